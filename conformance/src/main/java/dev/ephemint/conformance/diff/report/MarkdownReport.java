package dev.ephemint.conformance.diff.report;

import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.ChangeClass;
import dev.ephemint.conformance.diff.consequence.Consequence;
import dev.ephemint.conformance.diff.consequence.Impact;
import java.util.ArrayList;
import java.util.List;

/** A comment for a review: a table of the changes, and the consequences of each that is more than text. */
final class MarkdownReport {

    private MarkdownReport() {}

    static String of(DiffResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("### Contract: " + result.before() + " to " + result.after());
        lines.add("");
        lines.add(result.summary() + ".");
        if (!result.impacts().isEmpty()) {
            lines.add("");
            lines.add("| class | change | before | after | place | fingerprint |");
            lines.add("|---|---|---|---|---|---|");
            result.impacts().forEach(impact -> lines.add(row(impact.change())));
        }
        result.impacts().stream()
                .filter(impact -> impact.change().worst().compareTo(ChangeClass.COMPATIBLE) > 0)
                .forEach(impact -> details(lines, impact));
        return String.join("\n", lines) + "\n";
    }

    private static String row(Change change) {
        String found = change.worst() == ChangeClass.BREAKING
                ? "**breaking**"
                : change.worst().id();
        return "| " + found + " | " + cell(Wordings.title(change)) + " | " + code(Wordings.value(change.before()))
                + " | "
                + code(Wordings.value(change.after())) + " | " + code(Wordings.where(change)) + " | `"
                + change.fingerprint() + "` |";
    }

    private static void details(List<String> lines, Impact impact) {
        Change change = impact.change();
        lines.add("");
        lines.add("<details><summary>" + html(Wordings.title(change)) + " (" + change.fingerprint()
                + "): who breaks</summary>");
        lines.add("");
        lines.add("Rules: "
                + String.join(
                        ", ",
                        change.rules().stream().map(rule -> "`" + rule + "`").toList()));
        lines.add("");
        lines.add("| consumer | verdict | because |");
        lines.add("|---|---|---|");
        for (Consequence consequence : impact.consequences()) {
            lines.add("| " + consequence.consumer() + " | "
                    + consequence.verdict().id() + " | " + cell(consequence.because()) + " |");
        }
        lines.add("");
        lines.add("</details>");
    }

    private static String code(String text) {
        return "`" + text.replace("`", "'").replace("|", "\\|") + "`";
    }

    private static String cell(String text) {
        return html(text).replace("|", "\\|");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
