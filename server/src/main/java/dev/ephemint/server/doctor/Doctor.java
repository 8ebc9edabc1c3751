package dev.ephemint.server.doctor;

import dev.ephemint.server.doctor.diagnosis.DiagnosisContext;
import dev.ephemint.server.doctor.diagnosis.DoctorFinding;
import dev.ephemint.server.doctor.diagnosis.StepName;
import dev.ephemint.server.doctor.diagnosis.Symptom;
import dev.ephemint.server.doctor.probe.Probes;
import dev.ephemint.server.doctor.probe.StepRecorder;
import dev.ephemint.server.doctor.probe.StepReport;
import dev.ephemint.server.doctor.probe.Target;
import dev.ephemint.server.doctor.probe.Verdict;
import dev.ephemint.server.mint.VendorError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Diagnoses a configured vendor with the calls that the facade and its clients would make. */
public final class Doctor {

    private Doctor() {}

    /** The report before the first step. */
    public static Report header(Target target) {
        String upstream = target.endpoint().base().toString();
        return new Report(target.dialect().name().toString(), upstream, target.sandbox(), List.of());
    }

    /**
     * Runs all steps; those after a failed step are skipped.
     *
     * @param progress receives each step as it ends
     */
    public static Report examine(Target target, Probes probes, Consumer<StepReport> progress) {
        List<StepReport> examined = new DoctorRun(target, probes, progress).steps();
        List<StepReport> all = withSkipped(examined);
        all.subList(examined.size(), all.size()).forEach(progress);
        return header(target).with(all);
    }

    /** The report of invalid settings. */
    public static Report invalidSettings(List<String> problems) {
        DiagnosisContext context = new DiagnosisContext(Optional.empty(), "", "", "", "");
        StepRecorder recorder = new StepRecorder(StepName.CONFIGURATION, context);
        problems.forEach(recorder::note);
        Symptom symptom = recorder.symptom()
                .with(DoctorFinding.SETTINGS)
                .with(new VendorError(null, null, String.join("; ", problems)));
        StepReport failed = recorder.failed("invalid settings", symptom);
        return new Report("", "", false, withSkipped(List.of(failed)));
    }

    private static List<StepReport> withSkipped(List<StepReport> steps) {
        List<StepReport> all = new ArrayList<>(steps);
        String reason = steps.stream()
                .filter(step -> step.verdict() == Verdict.FAILED)
                .reduce((first, last) -> last)
                .map(step -> step.step() + " failed")
                .orElse("");
        Arrays.stream(StepName.values()).skip(steps.size()).forEach(step -> all.add(StepReport.skipped(step, reason)));
        return all;
    }
}
