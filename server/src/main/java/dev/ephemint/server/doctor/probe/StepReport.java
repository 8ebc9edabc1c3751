package dev.ephemint.server.doctor.probe;

import dev.ephemint.server.doctor.diagnosis.Diagnosis;
import dev.ephemint.server.doctor.diagnosis.StepName;
import java.util.List;
import java.util.Optional;

/**
 * The result of one step, without secrets.
 *
 * @param summary one line
 * @param notes what is worth knowing, in words
 * @param sent what went out, line by line, with secrets redacted
 * @param received what was received, line by line, with secrets redacted
 * @param diagnosis the cause, if a step warns or fails
 * @param millis how long it took
 */
public record StepReport(
        StepName step,
        Verdict verdict,
        String summary,
        List<String> notes,
        List<String> sent,
        List<String> received,
        Optional<Diagnosis.Named> diagnosis,
        long millis) {

    public StepReport {
        notes = List.copyOf(notes);
        sent = List.copyOf(sent);
        received = List.copyOf(received);
    }

    public static StepReport skipped(StepName step, String reason) {
        return new StepReport(step, Verdict.SKIPPED, reason, List.of(), List.of(), List.of(), Optional.empty(), 0);
    }
}
