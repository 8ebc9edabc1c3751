package dev.ephemint.server.mint.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The audio format in both shapes: a word in the flat one, an object in the nested one.
 *
 * <p>Source: OpenAI's API reference of both endpoints; {@code pcm16} is 24 kHz by its own description.
 */
final class FlatFormat {

    private static final Map<String, ObjectNode> NESTED = Map.of(
            "pcm16", type("audio/pcm").put("rate", 24_000),
            "g711_ulaw", type("audio/pcmu"),
            "g711_alaw", type("audio/pcma"));

    private FlatFormat() {}

    static JsonNode nest(JsonNode flat) {
        if (!flat.isTextual()) {
            return flat;
        }
        ObjectNode known = NESTED.get(flat.textValue());
        return known == null ? type(flat.textValue()) : known.deepCopy();
    }

    /** The word for a format; a type that has none is its own word. */
    static JsonNode flatten(JsonNode nested) {
        JsonNode type = nested.path("type");
        return NESTED.entrySet().stream()
                .filter(format -> format.getValue().get("type").equals(type))
                .map(format -> (JsonNode) JsonNodeFactory.instance.textNode(format.getKey()))
                .findFirst()
                .orElse(nested.isObject() ? type : nested);
    }

    /** A text with quoted nested names of formats replaced by the flat shape's. */
    static String flatWords(String text) {
        String flat = text;
        for (Map.Entry<String, ObjectNode> format : NESTED.entrySet()) {
            flat = flat.replace(quoted(format.getValue().get("type").textValue()), quoted(format.getKey()));
        }
        return flat;
    }

    /** A text with quoted flat names of formats replaced by the nested shape's. */
    static String nestedWords(String text) {
        String nested = text;
        for (Map.Entry<String, ObjectNode> format : NESTED.entrySet()) {
            nested = nested.replace(
                    quoted(format.getKey()),
                    quoted(format.getValue().get("type").textValue()));
        }
        return nested;
    }

    private static String quoted(String word) {
        return "'" + word + "'";
    }

    /** Whether there is a word for it at all: an object without a type has none. */
    static boolean hasWord(JsonNode nested) {
        return !nested.isObject() || nested.path("type").isTextual();
    }

    /** Whether the word says all that the object says. */
    static boolean isExact(JsonNode nested) {
        return nest(flatten(nested)).equals(FlatFormat::difference, nested) || isPlainPcm(nested);
    }

    /** A rate is a long where a model was bound, and an int where text was read. */
    private static int difference(JsonNode one, JsonNode other) {
        boolean same = (one.isNumber() && other.isNumber())
                ? one.decimalValue().equals(other.decimalValue())
                : one.equals(other);
        return same ? 0 : 1;
    }

    /** Without a rate, {@code audio/pcm} is 24 kHz (C1's session.created, 2026-09-18). */
    private static boolean isPlainPcm(JsonNode nested) {
        return nested.equals(type("audio/pcm"));
    }

    private static ObjectNode type(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
