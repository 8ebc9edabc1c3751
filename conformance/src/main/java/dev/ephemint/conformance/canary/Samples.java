package dev.ephemint.conformance.canary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Set;

/** Makes the smallest value that a schema takes; examples in the schema go first. */
final class Samples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Schemas schemas;

    Samples(Schemas schemas) {
        this.schemas = schemas;
    }

    JsonNode of(JsonNode schema) {
        JsonNode resolved = schemas.resolve(schema);
        for (String given : new String[] {"/const", "/enum/0", "/examples/0"}) {
            if (!resolved.at(given).isMissingNode()) {
                return resolved.at(given);
            }
        }
        JsonNode branch = schemas.branches(resolved).get(0);
        return branch.equals(resolved) ? ofType(resolved) : of(branch);
    }

    private JsonNode ofType(JsonNode schema) {
        Set<String> types = schemas.types(schema);
        return switch (types.isEmpty() ? "object" : types.iterator().next()) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "string" ->
                TextNode.valueOf("x".repeat(schema.path("minLength").asInt(1)));
            case "boolean" -> BooleanNode.TRUE;
            case "null" -> NullNode.getInstance();
            default -> DecimalNode.valueOf(number(schema));
        };
    }

    /** Only what must be there. */
    ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        schema.path("required")
                .forEach(name -> object.set(
                        name.textValue(), of(schema.path("properties").path(name.textValue()))));
        return object;
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < schema.path("minItems").asInt(); i++) {
            array.add(of(schema.path("items")));
        }
        return array;
    }

    private static BigDecimal number(JsonNode schema) {
        return schema.has("minimum") ? schema.get("minimum").decimalValue() : BigDecimal.ONE;
    }
}
