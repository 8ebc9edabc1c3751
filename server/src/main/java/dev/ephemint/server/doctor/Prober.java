package dev.ephemint.server.doctor;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.VendorError;
import dev.ephemint.server.upstream.SignedExchange;

/** Mints once, past the policies: what the vendor itself says is wanted. */
record Prober(Subject subject, Instruments instruments) {

    Attempt mint(Chart chart, MintRequest request, Credential credential) {
        try {
            UpstreamCall call = subject.dialect().encode(request);
            chart.sent(Redaction.sent(call, credential));
            UpstreamReply reply = new SignedExchange(credential, instruments.exchange()).send(call);
            return decoded(chart, request, reply);
        } catch (MintFailedException failed) {
            return failed(chart, chart.symptom(), failed.failure());
        }
    }

    private Attempt decoded(Chart chart, MintRequest request, UpstreamReply reply) {
        try {
            MintedToken token = subject.dialect().decode(request, reply);
            chart.received(Redaction.received(reply.redacted(token.value().redactor())));
            return new Attempt.Minted(token);
        } catch (MintFailedException failed) {
            chart.received(Redaction.received(reply));
            return failed(chart, chart.symptom().with(reply), failed.failure());
        }
    }

    private static Attempt failed(Chart chart, Symptom symptom, MintFailure failure) {
        chart.noteIfUnreadable(failure);
        Symptom named = failure instanceof InvalidRequest invalid
                ? symptom.with(new VendorError(invalid.code(), invalid.param(), invalid.message()))
                : symptom;
        return new Attempt.Failed(failure, named.with(failure));
    }
}
