package dev.ephemint.conformance.diff.report;

import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.Usage;
import dev.ephemint.conformance.diff.consequence.Consequence;
import dev.ephemint.conformance.diff.consequence.Impact;
import dev.ephemint.conformance.diff.consequence.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Plain lines, one block a change. */
final class ConsoleReport {
    private static final int LISTED = 4;

    private ConsoleReport() {}

    static String of(DiffResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(result.before() + " -> " + result.after() + ": " + result.summary());
        result.impacts().forEach(impact -> add(lines, impact));
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, Impact impact) {
        Change change = impact.change();
        lines.add("");
        lines.add(change.worst().id() + "  " + Wordings.title(change));
        lines.add("  rule       " + String.join(", ", change.rules()) + "  [" + change.fingerprint() + "]");
        lines.add("  place      " + change.place()
                + change.line().map(line -> "  (" + line + ")").orElse(""));
        lines.add("  values     " + Wordings.values(change));
        lines.add("  reaches    " + usages(change));
        for (Verdict verdict : List.of(Verdict.BREAKS, Verdict.UNKNOWN)) {
            impact.consequences().stream()
                    .filter(consequence -> consequence.verdict() == verdict)
                    .collect(Collectors.groupingBy(Consequence::because, LinkedHashMap::new, Collectors.toList()))
                    .forEach((because, same) ->
                            lines.add("  " + (verdict == Verdict.BREAKS ? "breaks     " : "unknown    ") + names(same)
                                    + ": " + because));
        }
        lines.add("  passes     "
                + impact.consequences().stream()
                        .filter(consequence -> consequence.verdict() == Verdict.PASSES)
                        .map(Consequence::consumer)
                        .collect(Collectors.joining(", ")));
    }

    private static String names(List<Consequence> same) {
        return same.stream().map(Consequence::consumer).collect(Collectors.joining(", "));
    }

    private static String usages(Change change) {
        String first =
                change.usages().stream().limit(LISTED).map(Usage::toString).collect(Collectors.joining("; "));
        int more = change.usages().size() - LISTED;
        return more > 0 ? first + " and " + more + " more places" : first;
    }
}
