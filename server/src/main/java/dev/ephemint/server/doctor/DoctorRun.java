package dev.ephemint.server.doctor;

import dev.ephemint.server.credential.CredentialFacts;
import dev.ephemint.server.doctor.diagnosis.DiagnosisContext;
import dev.ephemint.server.doctor.diagnosis.DoctorFinding;
import dev.ephemint.server.doctor.diagnosis.StepName;
import dev.ephemint.server.doctor.probe.MintProbe;
import dev.ephemint.server.doctor.probe.MintProbeResult;
import dev.ephemint.server.doctor.probe.ModelProbe;
import dev.ephemint.server.doctor.probe.Probes;
import dev.ephemint.server.doctor.probe.SocketProbe;
import dev.ephemint.server.doctor.probe.StepRecorder;
import dev.ephemint.server.doctor.probe.StepReport;
import dev.ephemint.server.doctor.probe.Target;
import dev.ephemint.server.doctor.probe.Verdict;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.upstream.socket.ConnectivityCheck;
import dev.ephemint.server.upstream.socket.Reachability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One run of the doctor, up to the first step that fails. */
final class DoctorRun {

    private final Target target;
    private final Probes probes;
    private final Consumer<StepReport> progress;
    private final List<StepReport> steps = new ArrayList<>();
    private DiagnosisContext context;

    DoctorRun(Target target, Probes probes, Consumer<StepReport> progress) {
        this.progress = progress;
        this.target = target;
        this.probes = probes;
        this.context = target.context();
    }

    List<StepReport> steps() {
        if (goesOn(configuration()) && goesOn(network()) && goesOn(credential()) && goesOn(model())) {
            MintProbeResult minting = new MintProbe(target, probes, context).examine();
            minting.steps().forEach(this::goesOn);
            minting.token().ifPresent(this::probe);
        }
        return steps;
    }

    private boolean goesOn(StepReport step) {
        steps.add(step);
        progress.accept(step);
        return step.verdict() != Verdict.FAILED;
    }

    private void probe(MintedToken token) {
        try (SocketProbe probe = new SocketProbe(target, probes, context, token)) {
            if (goesOn(probe.socket()) && goesOn(probe.sessionUpdate())) {
                goesOn(probe.speech());
            }
        }
    }

    private StepReport configuration() {
        StepRecorder recorder = new StepRecorder(StepName.CONFIGURATION, context);
        if (target.sandbox()) {
            recorder.note(
                    "upstream.url is not set: the built-in sandbox stands in; this proves nothing about a vendor");
        } else {
            target.endpoint().notes().forEach(recorder::note);
        }
        target.request().warnings().forEach(warning -> recorder.note(warning.message()));
        return recorder.ok("mints at " + target.dialect().encode(target.bare()).uri());
    }

    private StepReport network() {
        StepRecorder recorder = new StepRecorder(StepName.NETWORK, context);
        try {
            Reachability reachability =
                    probes.connectivity().check(target.endpoint().base());
            reachability.certificateUntil().ifPresent(end -> recorder.note("certificate trusted, valid until " + end));
            return recorder.ok(reachability.route());
        } catch (MintFailedException failed) {
            String place = context.host() + ":"
                    + ConnectivityCheck.port(target.endpoint().base());
            return recorder.failed("cannot reach " + place, recorder.symptom().with(failed.failure()));
        }
    }

    private StepReport credential() {
        StepRecorder recorder = new StepRecorder(StepName.CREDENTIAL, context);
        try {
            CredentialFacts facts = target.credential().describe();
            context = context.with(facts);
            facts.doubts().forEach(recorder::note);
            return facts.doubts().isEmpty()
                    ? recorder.ok(summary(facts))
                    : recorder.warn(summary(facts), recorder.symptom().with(DoctorFinding.UNLIKELY_KEY));
        } catch (MintFailedException failed) {
            return recorder.failed("could not be obtained", recorder.symptom().with(failed.failure()));
        }
    }

    private StepReport model() {
        ModelProbe.Result result = new ModelProbe(target, probes, context).examine();
        context = result.context();
        return result.step();
    }

    private String summary(CredentialFacts facts) {
        if (facts.kind().equals("api-key")) {
            return "API key set (format checked only)";
        }
        return "entra, audience " + or(facts.audience(), "unreadable") + ", object id "
                + or(facts.objectId(), "unreadable") + ", expires "
                + facts.expiry().map(Instant::toString).orElse("never");
    }

    private static String or(Optional<String> text, String otherwise) {
        return text.orElse(otherwise);
    }
}
