package dev.ephemint.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * A document that allows the same bodies, whose schemas have no annotations: the validator takes time for each of them, although they
 * decide nothing. {@code additionalProperties: true} is one of them, because no schema has {@code unevaluatedProperties}.
 */
final class WithoutAnnotations {

    private static final Set<String> ANNOTATIONS = Set.of(
            "title",
            "description",
            "default",
            "example",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly",
            "discriminator");

    /** Keywords whose members have names of their own. */
    private static final Set<String> OF_NAMES = Set.of("properties", "patternProperties", "dependentSchemas", "$defs");

    private WithoutAnnotations() {}

    /** Only the schemas are made anew; the rest is that of the given document. */
    static JsonNode in(JsonNode document) {
        return SchemaCopies.ofDocument(document, WithoutAnnotations::members);
    }

    private static ObjectNode members(JsonNode named) {
        ObjectNode members = ((ObjectNode) named).objectNode();
        named.properties().forEach(member -> members.set(member.getKey(), schema(member.getValue())));
        return members;
    }

    private static JsonNode schema(JsonNode node) {
        if (node instanceof ArrayNode array) {
            return SchemaCopies.ofItems(array, WithoutAnnotations::schema);
        }
        if (!(node instanceof ObjectNode schema)) {
            return node;
        }
        ObjectNode rules = schema.objectNode();
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            if (!isAnnotation(keyword.getKey(), keyword.getValue())) {
                rules.set(keyword.getKey(), value(keyword.getKey(), keyword.getValue()));
            }
        }
        return rules;
    }

    private static boolean isAnnotation(String keyword, JsonNode value) {
        return ANNOTATIONS.contains(keyword)
                || keyword.startsWith("x-")
                || (keyword.equals("additionalProperties") && value.asBoolean(false));
    }

    private static JsonNode value(String keyword, JsonNode value) {
        if (SchemaCopies.OF_VALUES.contains(keyword)) {
            return value;
        }
        return OF_NAMES.contains(keyword) ? members(value) : schema(value);
    }
}
