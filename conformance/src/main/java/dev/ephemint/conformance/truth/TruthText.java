package dev.ephemint.conformance.truth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.truth.Statement.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The cells of the table as text, the same in every form. */
final class TruthText {
    static final List<String> COLUMNS =
            List.of("member", "published", "prose, reports, recorded", "tapes", "contract and ruling");
    static final List<String> MODEL_COLUMNS = List.of("vendor", "models", "fact", "source, date, grade");
    private static final Set<String> ABOUT =
            Set.of("model", "models", "vendors", "sessions", "source", "date", "grade");

    private TruthText() {}

    /** The rows by the heading under which they are printed. */
    static Map<String, List<TruthRow>> sections(TruthTable table) {
        return table.rows().stream()
                .collect(Collectors.groupingBy(TruthText::heading, TreeMap::new, Collectors.toList()));
    }

    private static String heading(TruthRow row) {
        Ruling ruling = row.ruling();
        return (ruling.operation().isFlat() ? "Flat " : "Nested ") + ruling.side();
    }

    static List<String> cells(TruthRow row) {
        return List.of(
                row.ruling().member(),
                statements(row, true),
                statements(row, false),
                row.recorded().entrySet().stream()
                        .map(entry -> entry.getKey().id() + ": " + entry.getValue())
                        .collect(Collectors.joining("; ")),
                ruling(row.ruling()));
    }

    private static String statements(TruthRow row, boolean published) {
        return row.statements().stream()
                .filter(statement -> (statement.grade() == Grade.PUBLISHED) == published)
                .map(statement -> ids(statement.dialects()) + ": " + statement.says() + " (" + statement.source() + ", "
                        + statement.date() + (published ? "" : ", " + statement.grade()) + ")")
                .collect(Collectors.joining("; "));
    }

    private static String ruling(Ruling ruling) {
        List<String> parts = new ArrayList<>();
        parts.add(String.join("|", new TreeSet<>(ruling.accepts())));
        if (!ruling.lacks().isEmpty()) {
            parts.add("not in " + ids(ruling.lacks()));
        }
        if (!ruling.note().isEmpty()) {
            parts.add(ruling.note());
        }
        return String.join(". ", parts);
    }

    private static String ids(Set<TargetDialect> dialects) {
        return dialects.stream().sorted().map(TargetDialect::id).collect(Collectors.joining(", "));
    }

    static List<String> cells(JsonNode model) {
        List<String> facts = new ArrayList<>();
        model.properties().forEach(member -> {
            if (!ABOUT.contains(member.getKey())) {
                facts.add(fact(member.getKey(), member.getValue()));
            }
        });
        return List.of(
                model.has("vendors") ? list(model.get("vendors")) : "both",
                model.has("models")
                        ? list(model.get("models"))
                        : model.path("model").asText("all"),
                String.join("; ", facts),
                model.path("source").asText() + ", " + model.path("date").asText() + ", "
                        + model.path("grade").asText());
    }

    private static String fact(String name, JsonNode value) {
        if (!value.isArray() || !value.path(0).isObject()) {
            return name + ": " + (value.isArray() ? list(value) : value.asText());
        }
        return name + " "
                + StreamSupport.stream(value.spliterator(), false)
                        .map(entry -> entry.path("param").asText() + condition(entry))
                        .collect(Collectors.joining(", "));
    }

    private static String condition(JsonNode entry) {
        if (entry.path("absent").asBoolean()) {
            return " if absent";
        }
        if (entry.has("matches")) {
            return " that matches " + entry.get("matches").asText();
        }
        if (entry.has("longer_than")) {
            return " longer than " + entry.get("longer_than").asText();
        }
        return entry.has("ends") ? " (ends " + entry.get("ends").asText() + ")" : "";
    }

    private static String list(JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }
}
