package dev.ephemint.conformance.bench.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.json.ExactJson;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Results as JSON; the format is described in {@code server/docs/speed.md}. */
public final class ResultsFile {
    public static final int FORMAT = 1;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final MathContext DIGITS = new MathContext(6);

    private ResultsFile() {}

    public static ObjectNode write(Results results) {
        ObjectNode root = JSON.objectNode().put("format", FORMAT);
        root.put("started", results.started());
        root.put("form", results.form());
        root.put("commit", results.commit());
        ObjectNode machine = root.putObject("machine");
        results.machine().forEach(machine::put);
        ArrayNode targets = root.putArray("targets");
        results.targets().forEach(target -> targets.add(target(target)));
        ArrayNode samples = root.putArray("samples");
        results.samples().all().forEach(sample -> samples.add(sample(sample)));
        ArrayNode notes = root.putArray("notes");
        results.notes().forEach(notes::add);
        return root;
    }

    private static ObjectNode target(TargetInfo target) {
        ObjectNode node = JSON.objectNode()
                .put("id", target.id())
                .put("title", target.title())
                .put("version", target.version());
        ArrayNode differences = node.putArray("differences");
        target.differences().forEach(differences::add);
        target.skipped().ifPresent(reason -> node.put("skipped", reason));
        return node;
    }

    private static ObjectNode sample(Sample sample) {
        ObjectNode node = JSON.objectNode()
                .put("measure", sample.measure())
                .put("variant", sample.variant())
                .put("target", sample.target())
                .put("round", sample.round());
        ObjectNode values = node.putObject("values");
        new TreeMap<>(sample.values())
                .forEach((value, number) ->
                        values.put(value.key(), new BigDecimal(number, DIGITS).stripTrailingZeros()));
        sample.voided().ifPresent(reason -> node.put("void", reason));
        return node;
    }

    /** @throws IllegalArgumentException for a file of another format */
    public static Results read(Path file) {
        return read(ExactJson.read(file), file.toString());
    }

    static Results read(JsonNode root, String name) {
        if (root.path("format").asInt() != FORMAT) {
            throw new IllegalArgumentException(name + ": format: must be " + FORMAT + ", got " + root.path("format"));
        }
        Map<String, String> machine = new LinkedHashMap<>();
        root.path("machine")
                .properties()
                .forEach(fact -> machine.put(fact.getKey(), fact.getValue().asText()));
        List<TargetInfo> targets = new ArrayList<>();
        root.path("targets").forEach(target -> targets.add(target(target)));
        List<Sample> samples = new ArrayList<>();
        root.path("samples").forEach(sample -> samples.add(sample(sample)));
        return new Results(
                root.path("started").asText(),
                root.path("form").asText(),
                root.path("commit").asText(),
                machine,
                targets,
                new Samples(samples),
                texts(root.path("notes")));
    }

    private static TargetInfo target(JsonNode node) {
        return new TargetInfo(
                node.path("id").asText(),
                node.path("title").asText(),
                node.path("version").asText(),
                texts(node.path("differences")),
                optional(node.path("skipped")));
    }

    private static Sample sample(JsonNode node) {
        Map<Value, Double> values = new EnumMap<>(Value.class);
        node.path("values").properties().forEach(value -> Value.of(value.getKey())
                .ifPresent(known -> values.put(known, value.getValue().asDouble())));
        return new Sample(
                node.path("measure").asText(),
                node.path("variant").asText(),
                node.path("target").asText(),
                node.path("round").asInt(),
                values,
                optional(node.path("void")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Optional<String> optional(JsonNode text) {
        return text.isTextual() ? Optional.of(text.asText()) : Optional.empty();
    }
}
