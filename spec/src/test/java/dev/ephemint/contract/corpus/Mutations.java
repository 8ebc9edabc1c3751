package dev.ephemint.contract.corpus;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A document with one thing changed, for everything that can change at every place of it. */
final class Mutations {

    /** Null at every depth, an integer beyond 2^63, and decimals that neither a double nor a stripped scale can hold. */
    private static final String UNKNOWN = """
            {"null": null, "nested": {"null": null, "list": [null, {"null": null}, []]}, "zero": 0, "blank": "",
             "big": 18446744073709551616, "exact": 300.50, "scale": 0.1000, "huge": 1e400,
             "long": 0.12345678901234567890123456789}""";

    private static final List<String> ANY_INTEGER =
            List.of("0", "2147483648", "9007199254740993", "9223372036854775807");
    private static final List<String> ANY_NUMBER = List.of("0", "300.50", "0.1000", "1e400", "18446744073709551616");

    /** The contract's integers; any other number of it may have a fraction. */
    private static final Pattern INTEGERS =
            Pattern.compile("/expires_after/seconds$|/(rate|expires_at|vendor_time|idle_timeout_ms|"
                    + "post_instructions|audio_start_ms|audio_end_ms|content_index|\\w+_tokens|bytes/\\d+)$");

    private Mutations() {}

    record Mutant(String change, JsonNode json) {}

    static Stream<Mutant> of(JsonNode whole) {
        return places(JsonPointer.empty(), whole).stream().flatMap(place -> at(place, whole));
    }

    private static Stream<Mutant> at(JsonPointer place, JsonNode whole) {
        JsonNode value = whole.at(place);
        Stream.Builder<Mutant> mutants = Stream.builder();
        if (!place.matches()) {
            mutants.add(new Mutant("without " + place, without(place, whole)));
            mutants.add(set(place, "null", whole));
        }
        if (value.isObject()) {
            mutants.add(set(place.appendProperty("x_unknown"), UNKNOWN, whole));
            mutants.add(set(place.appendProperty("x_null"), "null", whole));
        } else if (value.isArray()) {
            mutants.add(set(place, "[]", whole));
        } else if (value.isTextual()) {
            Stream.of("\"x_other\"", "\"\"", "\" \"").forEach(text -> mutants.add(set(place, text, whole)));
        } else if (value.isNumber()) {
            boolean integer = INTEGERS.matcher(place.toString()).find();
            (integer ? ANY_INTEGER : ANY_NUMBER).forEach(number -> mutants.add(set(place, number, whole)));
        }
        return mutants.build();
    }

    private static List<JsonPointer> places(JsonPointer place, JsonNode value) {
        List<JsonPointer> places = new ArrayList<>(List.of(place));
        value.properties()
                .forEach(member -> places.addAll(places(place.appendProperty(member.getKey()), member.getValue())));
        if (value.isArray()) {
            IntStream.range(0, value.size()).forEach(i -> places.addAll(places(place.appendIndex(i), value.get(i))));
        }
        return places;
    }

    private static JsonNode without(JsonPointer place, JsonNode whole) {
        JsonNode copy = whole.deepCopy();
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.remove(place.last().getMatchingProperty());
        } else {
            ((ArrayNode) parent).remove(place.last().getMatchingIndex());
        }
        return copy;
    }

    private static Mutant set(JsonPointer place, String json, JsonNode whole) {
        ContainerNode<?> copy = whole.deepCopy();
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), parsed(json));
        } else {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), parsed(json));
        }
        return new Mutant(place + " = " + json.lines().findFirst().orElse(""), copy);
    }

    private static JsonNode parsed(String json) {
        try {
            return ContractJson.mapper().readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
