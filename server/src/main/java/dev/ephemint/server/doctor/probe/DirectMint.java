package dev.ephemint.server.doctor.probe;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.doctor.diagnosis.Symptom;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.VendorError;
import dev.ephemint.server.upstream.SignedExchange;

/** Mints once without the policies, for the vendor's own response. */
record DirectMint(Target target, Probes probes) {

    Attempt mint(StepRecorder recorder, MintRequest request, Credential credential) {
        try {
            UpstreamCall call = target.dialect().encode(request);
            recorder.sent(Redaction.sent(call, credential));
            UpstreamReply reply = new SignedExchange(credential, probes.exchange()).send(call, MintContext.anonymous());
            return decoded(recorder, request, reply);
        } catch (MintFailedException failed) {
            return failed(recorder, recorder.symptom(), failed.failure());
        }
    }

    private Attempt decoded(StepRecorder recorder, MintRequest request, UpstreamReply reply) {
        try {
            MintedToken token = target.dialect().decode(request, reply);
            recorder.received(Redaction.received(reply.redacted(token.value().redactor())));
            return new Attempt.Minted(token);
        } catch (MintFailedException failed) {
            recorder.received(Redaction.received(reply));
            return failed(recorder, recorder.symptom().with(reply), failed.failure());
        }
    }

    private static Attempt failed(StepRecorder recorder, Symptom symptom, MintFailure failure) {
        recorder.noteIfUnreadable(failure);
        Symptom named = failure instanceof InvalidRequest invalid
                ? symptom.with(new VendorError(invalid.code(), invalid.param(), invalid.message()))
                : symptom;
        return new Attempt.Failed(failure, named.with(failure));
    }
}
