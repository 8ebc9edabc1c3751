package dev.ephemint.conformance.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.json.ExactJson;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The forms in which a report is printed. */
public enum DriftOutput {
    TEXT {
        @Override
        public String of(DriftReport report) {
            StringBuilder text = new StringBuilder();
            for (DriftFinding finding : sorted(report)) {
                text.append("%-11s %s %s %s%n            %s -> %s (%s)%n"
                        .formatted(
                                finding.tier().word(),
                                finding.tape(),
                                finding.kind().word(),
                                finding.at(),
                                shortened(finding.before()),
                                shortened(finding.after()),
                                finding.reason()));
            }
            report.notCompared()
                    .forEach(each -> text.append("not compared %s: %s%n".formatted(each.tape(), each.reason())));
            return text + summary(report) + System.lineSeparator();
        }
    },
    /** Version 1: members may be added. */
    JSON {
        @Override
        public String of(DriftReport report) {
            ObjectNode tree =
                    JsonNodeFactory.instance.objectNode().put("version", 1).put("compared", report.compared());
            ObjectNode counts = tree.putObject("counts");
            Arrays.stream(DriftTier.values()).forEach(tier -> counts.put(tier.word(), report.count(tier)));
            ArrayNode findings = tree.putArray("differences");
            sorted(report).forEach(finding -> findings.addObject()
                    .put("tape", finding.tape())
                    .put("tier", finding.tier().word())
                    .put("kind", finding.kind().word())
                    .put("at", finding.at())
                    .put("before", finding.before())
                    .put("after", finding.after())
                    .put("reason", finding.reason()));
            ArrayNode rest = tree.putArray("not_compared");
            report.notCompared()
                    .forEach(each -> rest.addObject().put("tape", each.tape()).put("reason", each.reason()));
            return ExactJson.writeIndented(tree);
        }
    },
    MARKDOWN {
        @Override
        public String of(DriftReport report) {
            String rows = sorted(report).stream()
                    .map(finding -> "| %s | %s | %s | `%s` | `%s` | `%s` | %s |%n"
                            .formatted(
                                    finding.tier().word(),
                                    finding.tape(),
                                    finding.kind().word(),
                                    cell(finding.at()),
                                    cell(finding.before()),
                                    cell(finding.after()),
                                    finding.reason()))
                    .collect(Collectors.joining());
            String table = rows.isEmpty()
                    ? ""
                    : "%n| tier | tape | kind | at | before | after | reason |%n|---|---|---|---|---|---|---|%n"
                                    .formatted()
                            + rows;
            String rest = report.notCompared().stream()
                    .map(each -> "- not compared: %s: %s%n".formatted(each.tape(), each.reason()))
                    .collect(Collectors.joining());
            return "## Drift%n%n%s%n".formatted(summary(report))
                    + table
                    + (rest.isEmpty() ? "" : "%n".formatted() + rest);
        }
    };

    private static final int LONGEST = 80;

    public abstract String of(DriftReport report);

    private static List<DriftFinding> sorted(DriftReport report) {
        return report.findings().stream()
                .sorted(Comparator.comparing(DriftFinding::tier).reversed().thenComparing(DriftFinding::tape))
                .toList();
    }

    private static String summary(DriftReport report) {
        String counts = Arrays.stream(DriftTier.values())
                .map(tier -> report.count(tier) + " " + tier.word())
                .collect(Collectors.joining(", "));
        return "compared %d, not compared %d; differences: %s"
                .formatted(report.compared(), report.notCompared().size(), counts);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
    }

    private static String cell(String value) {
        return shortened(value).replace("|", "\\|").replace("`", "'").replaceAll("\\R", " ");
    }
}
