package dev.ephemint.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.TreeComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Facts that a check compares, and the differences found so far. */
public final class Findings {
    private static final int LONGEST = 300;

    private final List<String> differences = new ArrayList<>();
    private int facts;

    /** A fact that holds or does not. */
    public Findings that(boolean holds, String otherwise) {
        facts++;
        if (!holds) {
            differences.add(otherwise);
        }
        return this;
    }

    public Findings same(String name, Object expected, Object actual) {
        return that(Objects.equals(expected, actual), name + ": expected " + expected + ", was " + brief(actual));
    }

    /** One fact for each value in the expected tree. */
    public Findings tree(String name, JsonNode expected, JsonNode actual) {
        facts += values(expected);
        TreeComparison.differences(expected, actual).forEach(line -> differences.add(name + ": " + line));
        return this;
    }

    /** Many facts at once. */
    public Findings all(int compared, List<String> found) {
        facts += compared;
        differences.addAll(found);
        return this;
    }

    public Outcome outcome() {
        return Outcome.of(facts, differences);
    }

    private static int values(JsonNode tree) {
        int own = 1;
        for (JsonNode child : tree) {
            own += values(child);
        }
        return own;
    }

    /** The body as JSON; missing if it is not JSON. */
    public static JsonNode json(Message message) {
        return parsed(message).orElse(MissingNode.getInstance());
    }

    private static Optional<JsonNode> parsed(Message message) {
        try {
            return Optional.of(ExactJson.parse(message.body()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The status and the beginning of the body. */
    public static String brief(Message response) {
        return response.status() + " " + brief(response.body());
    }

    private static String brief(Object value) {
        String text = String.valueOf(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
