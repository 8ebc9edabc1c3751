package dev.ephemint.conformance.canary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that violate one constraint of a schema: a type, or a limit of a scalar or an array. */
final class ConstraintViolations {
    private static final String TEXT = "canary";
    private static final List<String> AGAINST_PATTERNS = List.of("<" + TEXT + ">", TEXT + "!", "");

    private final Samples samples;
    private final Map<Constraint, JsonNode> values = new EnumMap<>(Constraint.class);

    private ConstraintViolations(Samples samples) {
        this.samples = samples;
    }

    /** @param types all JSON types that the place allows, not only those of one branch */
    static Map<Constraint, JsonNode> ofTypes(Set<String> types, boolean union) {
        Map<Constraint, JsonNode> values = new EnumMap<>(Constraint.class);
        if (types.isEmpty()) {
            return values;
        }
        wrongType(types).ifPresent(value -> values.put(union ? Constraint.UNION : Constraint.TYPE, value));
        if (!types.contains("null")) {
            values.put(Constraint.NOT_NULL, NullNode.getInstance());
        }
        return values;
    }

    private static Optional<JsonNode> wrongType(Set<String> types) {
        Map<String, JsonNode> candidates = new LinkedHashMap<>();
        candidates.put("string", TextNode.valueOf(TEXT));
        candidates.put("boolean", JsonNodeFactory.instance.booleanNode(true));
        candidates.put("object", JsonNodeFactory.instance.objectNode());
        candidates.put("array", JsonNodeFactory.instance.arrayNode());
        candidates.keySet().removeAll(types);
        return candidates.values().stream().findFirst();
    }

    /** @param types all JSON types that the place allows: if it allows a number, a fraction violates nothing */
    static Map<Constraint, JsonNode> ofValue(JsonNode schema, Set<String> types, Samples samples) {
        ConstraintViolations violations = new ConstraintViolations(samples);
        if (types.contains("integer") && !types.contains("number")) {
            violations.whole(schema);
        }
        violations.bounds(schema);
        violations.text(schema);
        violations.items(schema);
        violations.choices(schema);
        return violations.values;
    }

    private void whole(JsonNode schema) {
        if (schema.path("type").toString().contains("integer")) {
            BigDecimal lowest = schema.has("minimum") ? schema.get("minimum").decimalValue() : BigDecimal.ONE;
            values.put(Constraint.INTEGER, DecimalNode.valueOf(lowest.add(new BigDecimal("0.5"))));
        }
    }

    private void bounds(JsonNode schema) {
        if (schema.has("minimum")) {
            values.put(
                    Constraint.MINIMUM,
                    number(schema.get("minimum").decimalValue().subtract(BigDecimal.ONE)));
        }
        if (schema.has("maximum")) {
            values.put(
                    Constraint.MAXIMUM,
                    number(schema.get("maximum").decimalValue().add(BigDecimal.ONE)));
        }
    }

    private static DecimalNode number(BigDecimal value) {
        return DecimalNode.valueOf(value);
    }

    private void text(JsonNode schema) {
        if (schema.path("minLength").asInt() > 0) {
            values.put(
                    Constraint.MIN_LENGTH,
                    TextNode.valueOf("x".repeat(schema.get("minLength").intValue() - 1)));
        }
        if (schema.has("maxLength")) {
            values.put(
                    Constraint.MAX_LENGTH,
                    TextNode.valueOf("x".repeat(schema.get("maxLength").intValue() + 1)));
        }
        if (schema.has("pattern")) {
            Pattern pattern = Pattern.compile(schema.get("pattern").textValue());
            String text = AGAINST_PATTERNS.stream()
                    .filter(candidate -> !pattern.matcher(candidate).find())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no sample violates the pattern " + pattern));
            values.put(Constraint.PATTERN, TextNode.valueOf(text));
        }
    }

    private void items(JsonNode schema) {
        if (schema.path("minItems").asInt() > 0) {
            values.put(
                    Constraint.MIN_ITEMS, array(schema, schema.get("minItems").intValue() - 1));
        }
        if (schema.has("maxItems")) {
            values.put(
                    Constraint.MAX_ITEMS, array(schema, schema.get("maxItems").intValue() + 1));
        }
    }

    private ArrayNode array(JsonNode schema, int size) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(samples.of(schema.path("items")));
        }
        return array;
    }

    private void choices(JsonNode schema) {
        if (schema.has("const")) {
            values.put(Constraint.CONST, TextNode.valueOf(TEXT));
        }
        if (schema.has("enum")) {
            values.put(Constraint.ENUM, TextNode.valueOf(TEXT));
        }
    }
}
