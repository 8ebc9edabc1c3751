package dev.ephemint.conformance.truth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.json.ExactJson;
import java.util.Set;
import java.util.TreeSet;

/** The truth table for programs. */
final class JsonTruth {
    private final TruthTable table;

    JsonTruth(TruthTable table) {
        this.table = table;
    }

    String text() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", 1);
        ArrayNode members = json.putArray("members");
        table.rows().forEach(row -> write(row, members.addObject()));
        json.set("models", table.models());
        return ExactJson.writeIndented(json);
    }

    private static void write(TruthRow row, ObjectNode json) {
        Ruling ruling = row.ruling();
        json.put("shape", ruling.operation().isFlat() ? "flat" : "nested");
        json.put("side", ruling.side().toString());
        json.put("member", ruling.member());
        ArrayNode accepts = json.putArray("accepts");
        new TreeSet<>(ruling.accepts()).forEach(accepts::add);
        write(ruling.lacks(), json.putArray("lacks"));
        json.put("note", ruling.note());
        ArrayNode statements = json.putArray("statements");
        row.statements().forEach(statement -> write(statement, statements.addObject()));
        ObjectNode recorded = json.putObject("tapes");
        row.recorded().forEach((dialect, seen) -> recorded.put(dialect.id(), seen));
    }

    private static void write(Statement statement, ObjectNode json) {
        write(statement.dialects(), json.putArray("dialects"));
        json.put("source", statement.source());
        json.put("date", statement.date());
        json.put("grade", statement.grade().toString());
        json.put("says", statement.says());
    }

    private static void write(Set<TargetDialect> dialects, ArrayNode list) {
        dialects.stream().sorted().forEach(dialect -> list.add(dialect.id()));
    }
}
