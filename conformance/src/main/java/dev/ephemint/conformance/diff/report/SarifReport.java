package dev.ephemint.conformance.diff.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.ChangeClass;
import dev.ephemint.conformance.diff.consequence.Consequence;
import dev.ephemint.conformance.diff.consequence.Impact;
import dev.ephemint.conformance.diff.consequence.Verdict;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** SARIF 2.1.0, for the code scanning of a forge. */
final class SarifReport {

    private SarifReport() {}

    static String of(DiffResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ArrayNode rules = run.putObject("tool")
                .putObject("driver")
                .put("name", "ephemint-conformance diff")
                .putArray("rules");
        Set<String> ids = new TreeSet<>();
        ArrayNode results = run.putArray("results");
        for (Impact impact : result.impacts()) {
            String rule = rule(impact.change());
            if (ids.add(rule)) {
                rules.addObject()
                        .put("id", rule)
                        .putObject("shortDescription")
                        .put("text", impact.change().says());
            }
            add(results, impact, rule);
        }
        return root.toPrettyString() + "\n";
    }

    /** The rule of the side with the worst class. */
    private static String rule(Change change) {
        return change.sides().stream()
                .filter(side -> change.classOf(side) == change.worst())
                .findFirst()
                .map(side -> side.id() + "." + change.kind())
                .orElseThrow();
    }

    private static void add(ArrayNode results, Impact impact, String rule) {
        Change change = impact.change();
        String breaks = impact.consequences().stream()
                .filter(consequence -> consequence.verdict() == Verdict.BREAKS)
                .map(Consequence::consumer)
                .collect(Collectors.joining(", "));
        ObjectNode result = results.addObject();
        result.put("ruleId", rule).put("level", level(change.worst()));
        result.putObject("message")
                .put(
                        "text",
                        Wordings.title(change) + " (" + Wordings.values(change) + ")"
                                + (breaks.isEmpty() ? "" : ". Breaks: " + breaks));
        result.putObject("partialFingerprints").put("change/v1", change.fingerprint());
        ObjectNode location = result.putArray("locations").addObject();
        change.line().ifPresent(line -> {
            ObjectNode physical = location.putObject("physicalLocation");
            physical.putObject("artifactLocation").put("uri", line.file());
            physical.putObject("region").put("startLine", line.line());
        });
        location.putArray("logicalLocations").addObject().put("fullyQualifiedName", change.place());
    }

    private static String level(ChangeClass worst) {
        return switch (worst) {
            case BREAKING -> "error";
            case REGENERATION -> "warning";
            case COMPATIBLE, DOCUMENT -> "note";
        };
    }
}
