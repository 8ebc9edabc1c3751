package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.json.ExactJson;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What serializers and hand-written mappings do to JSON. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
enum Loss implements UnaryOperator<String> {
    NULLS_DROPPED(members(value -> !value.isNull())),
    NESTED_NULLS_DROPPED_IN_UNKNOWN_MEMBERS(unknown(members(value -> !value.isNull()))),
    EMPTY_OBJECTS_DROPPED(members(value -> !value.isObject() || !value.isEmpty())),
    EMPTY_LISTS_DROPPED(members(value -> !value.isArray() || !value.isEmpty())),
    EMPTY_TEXTS_DROPPED(
            members(value -> !value.isTextual() || !value.textValue().isEmpty())),
    FALSE_DROPPED(members(value -> !value.isBoolean() || value.booleanValue())),
    ZERO_DROPPED(members(value -> !value.isNumber() || value.decimalValue().signum() != 0)),
    UNKNOWN_MEMBERS_DROPPED(tree -> withoutMember(tree, UnknownMember.NAME)),
    KNOWN_MEMBER_DROPPED(tree -> withoutMember(tree, "prompt")),
    NUMBERS_BINARY(values(value -> value.isNumber() ? DoubleNode.valueOf(value.doubleValue()) : value)),
    TRAILING_ZEROS_STRIPPED(values(value -> value.isBigDecimal()
            ? DecimalNode.valueOf(
                    new BigDecimal(value.decimalValue().stripTrailingZeros().toPlainString()))
            : value)),
    INTEGERS_CUT_TO_64_BITS(
            values(value -> value.isBigInteger() ? JsonNodeFactory.instance.numberNode(value.longValue()) : value)),
    NULLS_ADDED(tree -> withMember(tree, JsonNodeFactory.instance.nullNode())),
    DEFAULTS_ADDED(tree -> withMember(tree, JsonNodeFactory.instance.textNode("low"))),
    TEXTS_TRIMMED_TO_NULL(values(
            value -> value.isTextual() && value.textValue().isEmpty() ? JsonNodeFactory.instance.nullNode() : value)),
    LISTS_CUT(values(value -> value instanceof ArrayNode list && list.size() > 1 ? list.remove(0) : value));

    private final UnaryOperator<JsonNode> change;

    Loss(UnaryOperator<JsonNode> change) {
        this.change = change;
    }

    @Override
    public String apply(String body) {
        return ExactJson.write(change.apply(ExactJson.parse(body)));
    }

    private static UnaryOperator<JsonNode> members(Predicate<JsonNode> kept) {
        return new UnaryOperator<>() {
            @Override
            public JsonNode apply(JsonNode tree) {
                if (tree instanceof ObjectNode object) {
                    ObjectNode rest = JsonNodeFactory.instance.objectNode();
                    object.properties().stream()
                            .filter(member -> kept.test(member.getValue()))
                            .forEach(member -> rest.set(member.getKey(), apply(member.getValue())));
                    return rest;
                }
                return children(tree, this);
            }
        };
    }

    private static UnaryOperator<JsonNode> unknown(UnaryOperator<JsonNode> inside) {
        return new UnaryOperator<>() {
            @Override
            public JsonNode apply(JsonNode tree) {
                if (tree instanceof ObjectNode object && object.has(UnknownMember.NAME)) {
                    return object.set(UnknownMember.NAME, inside.apply(object.get(UnknownMember.NAME)));
                }
                return children(tree, this);
            }
        };
    }

    private static UnaryOperator<JsonNode> values(UnaryOperator<JsonNode> change) {
        return new UnaryOperator<>() {
            @Override
            public JsonNode apply(JsonNode tree) {
                return change.apply(children(tree, this));
            }
        };
    }

    private static JsonNode children(JsonNode tree, UnaryOperator<JsonNode> change) {
        if (tree instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(change.apply(member.getValue())));
        }
        if (tree instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, change.apply(list.get(i)));
            }
        }
        return tree;
    }

    private static JsonNode withoutMember(JsonNode tree, String name) {
        tree.findParents(name).forEach(parent -> ((ObjectNode) parent).remove(name));
        return tree;
    }

    private static JsonNode withMember(JsonNode tree, JsonNode value) {
        tree.findParents("model").stream()
                .map(ObjectNode.class::cast)
                .filter(parent -> !parent.has("delay"))
                .forEach(parent -> parent.setAll(Map.of("delay", value)));
        return tree;
    }
}
