package dev.ephemint.server.doctor;

import dev.ephemint.server.mint.VendorError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Examines a vendor as it is configured, with the calls that the facade and its clients would make. */
public final class Doctor {

    private Doctor() {}

    /** Goes as far as it makes sense; a step after one that makes it pointless is skipped. */
    public static Report examine(Subject subject, Instruments instruments) {
        List<StepReport> steps = new ArrayList<>(new Examination(subject, instruments).steps());
        return report(subject, withSkipped(steps));
    }

    /** What is said where already the settings can not work. */
    public static Report refused(List<String> problems) {
        Scene scene = new Scene("", "", "", "", "");
        Chart chart = new Chart(StepName.CONFIGURATION, scene);
        problems.forEach(chart::note);
        Symptom symptom =
                chart.symptom().with(Mark.SETTINGS).with(new VendorError(null, null, String.join("; ", problems)));
        StepReport failed = chart.failed("the settings can not work", symptom);
        return new Report("", "", false, withSkipped(List.of(failed)));
    }

    private static Report report(Subject subject, List<StepReport> steps) {
        String upstream = subject.endpoint().base().toString();
        return new Report(subject.dialect().name(), upstream, subject.sandbox(), steps);
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
