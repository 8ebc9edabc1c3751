package dev.ephemint.conformance.report;

import dev.ephemint.conformance.run.CheckResult;
import dev.ephemint.conformance.run.RunResult;
import dev.ephemint.conformance.run.Verdict;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The run for a comment on a pull request: at most 60,000 characters, and nothing that renders as more than text. */
final class MarkdownReport {
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final int LIMIT = 60_000;
    private static final int LONGEST_CHECK = 6_000;
    private static final int LINE = 500;

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new MarkdownReport(report).text();
    }

    private String text() {
        RunResult run = report.run();
        text.append("## Conformance: ").append(run.conclusion().words()).append("\n\n");
        text.append(code(run.target() + " as " + run.profile().name()))
                .append(": ")
                .append(report.totals());
        text.append("; ").append(run.facts()).append(" facts compared.\n\n");
        report.reasons().stream()
                .limit(50)
                .forEach(reason -> text.append("- ").append(code(reason)).append('\n'));
        int shown = 0;
        List<CheckResult> notable = report.notable();
        for (CheckResult result : notable) {
            String section = section(result);
            if (text.length() + section.length() > LIMIT) {
                break;
            }
            text.append(section);
            shown++;
        }
        if (shown < notable.size()) {
            text.append("\n").append(notable.size() - shown).append(" more: see the other reports.\n");
        }
        return text.toString();
    }

    private String section(CheckResult result) {
        String heading = "\n### " + result.verdict().words() + " " + code(result.id()) + "\n\n";
        String reason = result.reason().map(why -> code(why) + "\n\n").orElse("");
        boolean listed = result.verdict() == Verdict.KNOWN || result.verdict() == Verdict.FLAKY;
        if (listed) {
            return heading
                    + reason
                    + result.known()
                            .map(known -> code("since " + known.since() + ", expires after " + known.expires()) + "\n")
                            .orElse("");
        }
        return heading + reason + "<details><summary>Details</summary>\n\n"
                + fenced(Visible.cut(String.join("\n", Details.of(report, result)), LONGEST_CHECK)) + "\n</details>\n";
    }

    /** In a code span nothing is markup, a mention or a link. */
    private static String code(String content) {
        String line = Visible.line(content, LINE);
        String fence = "`".repeat(longestRun(line) + 1);
        return fence + " " + line + " " + fence;
    }

    private static String fenced(String content) {
        String visible = Visible.text(content);
        String fence = "`".repeat(Math.max(3, longestRun(visible) + 1));
        return fence + "text\n" + visible + "\n" + fence + "\n";
    }

    private static int longestRun(String content) {
        return BACKTICKS
                .matcher(content)
                .results()
                .map(MatchResult::group)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
