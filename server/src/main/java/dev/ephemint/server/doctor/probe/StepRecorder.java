package dev.ephemint.server.doctor.probe;

import dev.ephemint.server.doctor.diagnosis.Diagnoses;
import dev.ephemint.server.doctor.diagnosis.Diagnosis;
import dev.ephemint.server.doctor.diagnosis.DiagnosisContext;
import dev.ephemint.server.doctor.diagnosis.StepName;
import dev.ephemint.server.doctor.diagnosis.Symptom;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.OwnCredentialAsToken;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records one step. */
public final class StepRecorder {

    private final StepName step;
    private DiagnosisContext context;
    private final List<String> notes = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final List<String> received = new ArrayList<>();
    private final long begun = System.nanoTime();

    public StepRecorder(StepName step, DiagnosisContext context) {
        this.step = step;
        this.context = context;
    }

    /** Continues in another context. */
    StepRecorder in(DiagnosisContext other) {
        context = other;
        return this;
    }

    public Symptom symptom() {
        return Symptom.of(step, context);
    }

    public StepRecorder note(String note) {
        notes.add(note);
        return this;
    }

    /** The reason why a response is unreadable, in Ephemint's words. */
    void noteIfUnreadable(MintFailure failure) {
        if (failure instanceof UnreadableResponse unreadable) {
            note(unreadable.reason());
        } else if (failure instanceof OwnCredentialAsToken) {
            note("the token contains this service's own credential");
        }
    }

    StepRecorder sent(List<String> lines) {
        sent.addAll(lines);
        return this;
    }

    StepRecorder received(List<String> lines) {
        received.addAll(lines);
        return this;
    }

    public StepReport ok(String summary) {
        return ended(Verdict.OK, summary, Optional.empty());
    }

    /** The step could not run, which is not a failure. */
    StepReport skipped(String reason) {
        return ended(Verdict.SKIPPED, reason, Optional.empty());
    }

    public StepReport warn(String summary, Symptom symptom) {
        return ended(Verdict.WARN, summary, named(symptom));
    }

    public StepReport failed(String summary, Symptom symptom) {
        return ended(Verdict.FAILED, summary, named(symptom));
    }

    private Optional<Diagnosis.Named> named(Symptom symptom) {
        return Optional.of(Diagnoses.of(symptom).of(context));
    }

    private StepReport ended(Verdict verdict, String summary, Optional<Diagnosis.Named> diagnosis) {
        long millis = (System.nanoTime() - begun) / 1_000_000;
        return new StepReport(step, verdict, summary, notes, sent, received, diagnosis, millis);
    }
}
