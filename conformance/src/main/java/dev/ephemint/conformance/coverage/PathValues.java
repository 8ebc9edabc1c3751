package dev.ephemint.conformance.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The values at a path of a body: {@code session.tools[].name}, with {@code *} for every member of a map. */
final class PathValues {
    private final List<String> steps;

    PathValues(String path) {
        steps = path.isEmpty() ? List.of() : List.of(path.replace("[]", ".[]").split("\\.", -1));
    }

    Stream<JsonNode> in(JsonNode body) {
        Stream<JsonNode> values = Stream.of(body);
        for (String step : steps) {
            values = values.flatMap(value -> step(value, step));
        }
        return values;
    }

    private static Stream<JsonNode> step(JsonNode value, String step) {
        boolean every = step.equals("[]") ? value.isArray() : step.equals("*") && value instanceof ObjectNode;
        if (every) {
            return StreamSupport.stream(value.spliterator(), false);
        }
        return value.has(step) ? Stream.of(value.get(step)) : Stream.empty();
    }
}
