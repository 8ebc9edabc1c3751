package dev.ephemint.server.doctor;

import dev.ephemint.server.doctor.probe.StepReport;
import dev.ephemint.server.doctor.probe.Verdict;
import java.util.Comparator;
import java.util.List;

/**
 * The result of all steps.
 *
 * @param upstream where the vendor is; empty where the settings name no usable one
 * @param sandbox whether the built-in sandbox stood in for the vendor
 * @param steps every step, in order
 */
public record Report(String dialect, String upstream, boolean sandbox, List<StepReport> steps) {

    public Report {
        steps = List.copyOf(steps);
    }

    Report with(List<StepReport> others) {
        return new Report(dialect, upstream, sandbox, others);
    }

    /** The worst verdict of the steps, skipped ones aside. */
    public Verdict verdict() {
        return steps.stream()
                .map(StepReport::verdict)
                .filter(verdict -> verdict != Verdict.SKIPPED)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.OK);
    }

    /** 0 if no step failed, 1 if one did, 2 if the settings are invalid. */
    public int exitStatus() {
        if (verdict() != Verdict.FAILED) {
            return 0;
        }
        return steps.get(0).verdict() == Verdict.FAILED ? 2 : 1;
    }
}
