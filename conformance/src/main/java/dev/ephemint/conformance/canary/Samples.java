package dev.ephemint.conformance.canary;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Creates the smallest value that a schema accepts; examples in the schema take precedence. */
public final class Samples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> FOR_PATTERNS = List.of("x", "tunnel_" + "0".repeat(32));

    private final Schemas schemas;

    public Samples(Schemas schemas) {
        this.schemas = schemas;
    }

    public JsonNode of(JsonNode schema) {
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
            case "string" -> TextNode.valueOf(text(schema));
            case "boolean" -> BooleanNode.TRUE;
            case "null" -> NullNode.getInstance();
            default -> DecimalNode.valueOf(number(schema));
        };
    }

    /** Only the required members. */
    public ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        addRequired(object, schema);
        JsonNode further = TypeConditions.of(schema).get(object.path("type").textValue());
        if (further != null) {
            addRequired(object, further);
        }
        return object;
    }

    /** Only the required members for one value of {@code type}. */
    public ObjectNode object(JsonNode schema, String type) {
        ObjectNode object = NODES.objectNode();
        addRequired(object, schema);
        object.put("type", type);
        addRequired(object, requireNonNull(TypeConditions.of(schema).get(type), type));
        return object;
    }

    private void addRequired(ObjectNode object, JsonNode schema) {
        schema.path("required")
                .forEach(name -> object.set(
                        name.textValue(), of(schema.path("properties").path(name.textValue()))));
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < schema.path("minItems").asInt(); i++) {
            array.add(of(schema.path("items")));
        }
        return array;
    }

    private static String text(JsonNode schema) {
        if (!schema.has("pattern")) {
            return "x".repeat(schema.path("minLength").asInt(1));
        }
        Pattern pattern = Pattern.compile(schema.get("pattern").textValue());
        return FOR_PATTERNS.stream()
                .filter(text -> pattern.matcher(text).find())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no sample matches the pattern " + pattern));
    }

    private static BigDecimal number(JsonNode schema) {
        return schema.has("minimum") ? schema.get("minimum").decimalValue() : BigDecimal.ONE;
    }
}
