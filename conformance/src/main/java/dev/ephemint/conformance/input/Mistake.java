package dev.ephemint.conformance.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One thing that is wrong with a file.
 *
 * @param place path of the value, such as {@code failing[0].since}; empty for the whole file
 * @param reason what to do
 */
record Mistake(String place, String reason) {
    private static final int LONGEST = 64;
    private static final Map<String, String> TYPES = Map.of(
            "string", "must be text",
            "array", "must be a list",
            "object", "must be a mapping",
            "integer", "must be a whole number",
            "boolean", "must be true or false");

    /** @param schema the document that the error refers to; beside a pattern, {@code must} says what it demands */
    static Mistake of(Error error, JsonNode schema) {
        NodePath path = error.getInstanceLocation();
        String place = place(error.getProperty() == null ? path : path.append(error.getProperty()));
        JsonNode keywords =
                schema.at(error.getSchemaLocation().getFragment().getParent().toString());
        return new Mistake(place, reason(error, keywords));
    }

    private static String reason(Error error, JsonNode keywords) {
        return switch (error.getKeyword()) {
            case "required" -> "is missing";
            case "additionalProperties" -> "is unknown; known are " + names(keywords.path("properties"));
            case "type" -> TYPES.getOrDefault(keywords.path("type").asText(), error.getMessage());
            case "enum" -> "must be one of " + values(error.getSchemaNode()) + got(error);
            case "pattern" -> keywords.path("must").asText(error.getMessage()) + got(error);
            case "format" -> "must be a date such as 2026-11-26" + got(error);
            case "uniqueItems" -> "must be a list of different values";
            case "minProperties" -> "must not be empty";
            default -> error.getMessage();
        };
    }

    private static String names(JsonNode properties) {
        TreeSet<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return String.join(", ", names);
    }

    private static String values(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String got(Error error) {
        String text = error.getInstanceNode().asText();
        if (text.isBlank()) {
            return "";
        }
        return ", got " + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
    }

    private static String place(NodePath path) {
        StringBuilder place = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            if (path.getElement(i) instanceof Integer) {
                place.append('[').append(path.getElement(i)).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(path.getName(i));
            }
        }
        return place.toString();
    }

    /** Whether it is at this place or below. */
    boolean isWithin(String outer) {
        return place.startsWith(outer)
                && (place.length() == outer.length()
                        || outer.isEmpty()
                        || ".[".indexOf(place.charAt(outer.length())) >= 0);
    }

    @Override
    public String toString() {
        return place.isEmpty() ? reason : place + ": " + reason;
    }
}
