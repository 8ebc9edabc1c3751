package dev.ephemint.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * A document that allows the same bodies, in which a schema that only refers to another one is that schema: to follow a reference, the
 * validator allocates paths and iterators for each value. A reference of a schema to itself stays.
 */
final class InlinedReferences {

    private static final String PREFIX = "#/components/schemas/";

    private final ObjectNode schemas;

    /** By name; a missing node for one that is not finished. */
    private final Map<String, JsonNode> inlined = new HashMap<>();

    private InlinedReferences(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** Only the schemas of components are made anew; the rest is that of the given document. */
    static JsonNode in(JsonNode document) {
        return SchemaCopies.ofDocument(document, schemas -> new InlinedReferences(schemas).all());
    }

    private ObjectNode all() {
        ObjectNode members = schemas.objectNode();
        schemas.fieldNames().forEachRemaining(name -> members.set(name, named(name)));
        return members;
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
            return SchemaCopies.ofItems(array, this::schema);
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
                        SchemaCopies.OF_VALUES.contains(keyword.getKey())
                                ? keyword.getValue()
                                : schema(keyword.getValue())));
        return rules;
    }

    /** The name of the schema that this one only refers to; empty if it does anything else. */
    private static String referenced(ObjectNode schema) {
        String reference = schema.size() == 1 ? schema.path("$ref").asText("") : "";
        return reference.startsWith(PREFIX) ? reference.substring(PREFIX.length()) : "";
    }
}
