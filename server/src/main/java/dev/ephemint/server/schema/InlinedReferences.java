package dev.ephemint.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A document that allows the same bodies, in which a schema that only refers to another one is that schema: to follow a reference, the
 * validator allocates paths and iterators for each value. A reference of a schema to itself stays.
 */
final class InlinedReferences {

    private static final String PREFIX = "#/components/schemas/";

    /** Keywords whose values are no schemas. */
    private static final Set<String> OF_VALUES = Set.of("const", "enum");

    private final JsonNode schemas;

    /** By name; a missing node for one that is not finished. */
    private final Map<String, JsonNode> inlined = new HashMap<>();

    private InlinedReferences(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** Only the schemas of components are made anew; the rest is that of the given document. */
    static JsonNode in(JsonNode document) {
        if (!(document.at("/components/schemas") instanceof ObjectNode schemas)) {
            return document;
        }
        InlinedReferences references = new InlinedReferences(schemas);
        ObjectNode members = schemas.objectNode();
        schemas.fieldNames().forEachRemaining(name -> members.set(name, references.named(name)));
        ObjectNode components = schemas.objectNode().setAll((ObjectNode) document.get("components"));
        components.set("schemas", members);
        ObjectNode copy = schemas.objectNode().setAll((ObjectNode) document);
        return copy.set("components", components);
    }

    private JsonNode named(String name) {
        JsonNode known = inlined.get(name);
        if (known == null) {
            inlined.put(name, MissingNode.getInstance());
            known = schema(schemas.get(name));
            inlined.put(name, known);
        }
        return known;
    }

    /** A member that has the name of a keyword is treated as that keyword, which at most leaves a reference. */
    private JsonNode schema(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode items = array.arrayNode(array.size());
            array.forEach(item -> items.add(schema(item)));
            return items;
        }
        if (!(node instanceof ObjectNode schema)) {
            return node;
        }
        String name = referenced(schema);
        if (schemas.has(name) && !named(name).isMissingNode()) {
            return named(name);
        }
        ObjectNode rules = schema.objectNode();
        schema.properties()
                .forEach(keyword -> rules.set(
                        keyword.getKey(),
                        OF_VALUES.contains(keyword.getKey()) ? keyword.getValue() : schema(keyword.getValue())));
        return rules;
    }

    /** The name of the schema that this one only refers to; empty if it does anything else. */
    private static String referenced(ObjectNode schema) {
        String reference = schema.size() == 1 ? schema.path("$ref").asText("") : "";
        return reference.startsWith(PREFIX) ? reference.substring(PREFIX.length()) : "";
    }
}
