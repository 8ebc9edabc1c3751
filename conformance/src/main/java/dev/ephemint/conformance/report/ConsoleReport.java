package dev.ephemint.conformance.report;

import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.gateway.Exchange;
import dev.ephemint.conformance.run.CheckResult;
import dev.ephemint.conformance.run.RunResult;
import dev.ephemint.conformance.run.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The summary for a terminal or a log, plain lines. */
public final class ConsoleReport {
    private static final int MOST_DIFFERENCES = 10;
    private static final int MOST_CHECKS = 50;
    private static final int LINE = 500;
    private static final int COMMAND = 4_000;

    private final Report report;
    private final List<String> lines = new ArrayList<>();

    private ConsoleReport(Report report) {
        this.report = report;
    }

    public static List<String> of(Report report) {
        return new ConsoleReport(report).lines();
    }

    private List<String> lines() {
        RunResult run = report.run();
        List<CheckResult> notable = withoutRepetition(report.notable());
        notable.stream().limit(MOST_CHECKS).forEach(this::check);
        if (notable.size() > MOST_CHECKS) {
            lines.add("... and " + (notable.size() - MOST_CHECKS) + " more; see the reports (--report DIR)");
        }
        report.reasons().forEach(reason -> add("", reason));
        add(
                "",
                run.target() + " as " + run.profile().name()
                        + (run.position() == Position.FRONT ? ", in front only" : ", on both sides"));
        lines.add(report.totals() + "; " + run.facts() + " facts compared, "
                + run.selfChecks().size() + " self-checks");
        lines.add(run.conclusion().words());
        return lines;
    }

    /** Of checks without a call that share a reason, such as a target that is down, only the number is printed. */
    private List<CheckResult> withoutRepetition(List<CheckResult> notable) {
        Map<String, List<CheckResult>> byReason = new LinkedHashMap<>();
        notable.stream()
                .filter(result -> result.verdict() == Verdict.NOT_PROVEN
                        && result.exchanges().isEmpty())
                .forEach(result -> byReason.computeIfAbsent(result.reason().orElse(""), reason -> new ArrayList<>())
                        .add(result));
        List<CheckResult> less = new ArrayList<>(notable);
        byReason.forEach((reason, results) -> {
            if (results.size() > 1) {
                add("", "NOT PROVEN " + results.size() + " checks: " + reason);
                less.removeAll(results);
            }
        });
        return less;
    }

    private void check(CheckResult result) {
        lines.add(result.verdict().words().toUpperCase(Locale.ROOT) + " " + Visible.line(result.id(), LINE));
        result.reason().ifPresent(reason -> add("  ", reason));
        if (result.verdict() == Verdict.KNOWN || result.verdict() == Verdict.FLAKY) {
            result.known()
                    .ifPresent(known -> add(
                            "  ",
                            "since " + known.since() + ", expires after " + known.expires()
                                    + known.link().map(link -> ", " + link).orElse("")));
            return;
        }
        add(
                "  ",
                result.check().requirement()
                        + report.sentence(result).map(text -> ": " + text).orElse(""));
        report.evidence(result).forEach(evidence -> add("  ", "evidence: " + Report.line(evidence)));
        result.differences().stream().limit(MOST_DIFFERENCES).forEach(line -> add("  ", line));
        if (result.differences().size() > MOST_DIFFERENCES) {
            lines.add("  ... and " + (result.differences().size() - MOST_DIFFERENCES) + " more differences");
        }
        lastExchange(result);
    }

    private void lastExchange(CheckResult result) {
        if (result.exchanges().isEmpty()) {
            return;
        }
        Exchange last = result.exchanges().get(result.exchanges().size() - 1);
        add(
                "  ",
                "received: "
                        + last.response()
                                .map(response -> response.status() + " " + response.body())
                                .orElseGet(
                                        () -> "no response: " + last.failure().orElse("")));
        lines.add("  reproduce: " + Visible.line(report.curl(last), COMMAND));
    }

    private void add(String indent, String text) {
        lines.add(indent + Visible.line(text, LINE));
    }
}
