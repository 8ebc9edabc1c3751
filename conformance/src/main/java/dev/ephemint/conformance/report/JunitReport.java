package dev.ephemint.conformance.report;

import dev.ephemint.conformance.run.CheckResult;
import dev.ephemint.conformance.run.RunResult;
import dev.ephemint.conformance.run.Verdict;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The run as JUnit XML, one suite for each family of checks, and one for what is wrong with the run itself. */
final class JunitReport {
    private static final Set<Verdict> SKIPPED =
            EnumSet.of(Verdict.KNOWN, Verdict.FLAKY, Verdict.NOT_APPLICABLE, Verdict.NOT_RUN);

    private final Report report;
    private final Allowance allowance = new Allowance();
    private final Xml xml = new Xml();

    private JunitReport(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new JunitReport(report).suites() + "\n";
    }

    private Xml suites() {
        RunResult run = report.run();
        Map<String, List<CheckResult>> families = run.checks().stream()
                .collect(Collectors.groupingBy(CheckResult::family, TreeMap::new, Collectors.toList()));
        return xml.element(
                "testsuites",
                () -> {
                    families.forEach(this::suite);
                    problems();
                },
                "name",
                run.target() + " as " + run.profile().name());
    }

    private void suite(String family, List<CheckResult> results) {
        xml.element(
                "testsuite",
                () -> results.forEach(result -> testCase(family, result)),
                "name",
                family,
                "tests",
                String.valueOf(results.size()),
                "failures",
                count(results, EnumSet.of(Verdict.FAILED)),
                "errors",
                count(results, EnumSet.of(Verdict.NOT_PROVEN)),
                "skipped",
                count(results, SKIPPED),
                "timestamp",
                report.run().started().toString());
    }

    private static String count(List<CheckResult> results, Set<Verdict> verdicts) {
        return String.valueOf(results.stream()
                .filter(result -> verdicts.contains(result.verdict()))
                .count());
    }

    private void testCase(String family, CheckResult result) {
        xml.element(
                "testcase",
                () -> body(result),
                "classname",
                family,
                "name",
                result.id(),
                "time",
                seconds(result.duration()));
    }

    private void body(CheckResult result) {
        String reason = result.verdict().words()
                + result.reason().map(text -> ": " + text).orElse("");
        if (SKIPPED.contains(result.verdict())) {
            xml.empty("skipped", "message", allowance.line(reason));
        } else if (result.verdict() == Verdict.FAILED) {
            xml.element(
                    "failure",
                    details(result),
                    "message",
                    allowance.line(result.differences().get(0)),
                    "type",
                    result.check().requirement());
        } else if (result.verdict() == Verdict.NOT_PROVEN) {
            xml.element("error", details(result), "message", allowance.line(reason), "type", "not-proven");
        }
    }

    private String details(CheckResult result) {
        return allowance.text(String.join("\n", Details.of(report, result)));
    }

    private void problems() {
        List<String> reasons = report.reasons();
        xml.element(
                "testsuite",
                () -> reasons.forEach(reason -> xml.element(
                        "testcase",
                        () -> xml.empty("failure", "message", allowance.line(reason)),
                        "classname",
                        "run",
                        "name",
                        allowance.line(reason))),
                "name",
                "run",
                "tests",
                String.valueOf(reasons.size()),
                "failures",
                String.valueOf(reasons.size()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }
}
