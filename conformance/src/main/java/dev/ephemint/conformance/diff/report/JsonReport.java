package dev.ephemint.conformance.diff.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.ChangeClass;
import dev.ephemint.conformance.diff.change.Side;
import dev.ephemint.conformance.diff.consequence.Impact;

/** The whole result as JSON. Members are only ever added to a {@code format}. */
final class JsonReport {
    private static final int FORMAT = 1;

    private JsonReport() {}

    static String of(DiffResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("old", result.before())
                .put("new", result.after())
                .put("breaking", result.reaches(ChangeClass.BREAKING));
        ArrayNode changes = root.putArray("changes");
        result.impacts().forEach(impact -> changes.add(change(impact)));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode change(Impact impact) {
        Change change = impact.change();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("fingerprint", change.fingerprint());
        node.put("kind", change.kind())
                .put("says", change.says())
                .put("class", change.worst().id());
        ObjectNode rules = node.putObject("rules");
        for (Side side : change.sides()) {
            rules.put(side.id() + "." + change.kind(), change.classOf(side).id());
        }
        node.put("place", change.place());
        change.line().ifPresent(line -> node.put("file", line.file()).put("line", line.line()));
        change.before().ifPresent(value -> node.set("before", value));
        change.after().ifPresent(value -> node.set("after", value));
        ArrayNode usages = node.putArray("usages");
        change.usages().forEach(usage -> usages.addObject()
                .put("operation", usage.operation())
                .put("side", usage.side().id())
                .put("part", usage.part())
                .put("member", usage.member()));
        ArrayNode consequences = node.putArray("consequences");
        impact.consequences().forEach(consequence -> consequences
                .addObject()
                .put("consumer", consequence.consumer())
                .put("verdict", consequence.verdict().id())
                .put("because", consequence.because()));
        return node;
    }
}
