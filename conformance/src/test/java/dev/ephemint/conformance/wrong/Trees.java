package dev.ephemint.conformance.wrong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What careless code does to a JSON tree. */
final class Trees {
    private Trees() {}

    static JsonNode without(JsonNode tree, Predicate<JsonNode> dropped) {
        if (tree.isObject()) {
            ObjectNode less = JsonNodeFactory.instance.objectNode();
            tree.properties().forEach(member -> {
                if (!dropped.test(member.getValue())) {
                    less.set(member.getKey(), without(member.getValue(), dropped));
                }
            });
            return less;
        }
        return tree;
    }

    static JsonNode mapped(JsonNode tree, UnaryOperator<JsonNode> value) {
        if (tree.isObject()) {
            ObjectNode mapped = JsonNodeFactory.instance.objectNode();
            tree.properties().forEach(member -> mapped.set(member.getKey(), mapped(member.getValue(), value)));
            return mapped;
        }
        if (tree.isArray()) {
            ArrayNode mapped = JsonNodeFactory.instance.arrayNode();
            tree.forEach(item -> mapped.add(mapped(item, value)));
            return mapped;
        }
        return value.apply(tree);
    }

    static JsonNode rounded(JsonNode tree) {
        return mapped(
                tree,
                value -> value.isNumber() && !isSmallInteger(value) ? DoubleNode.valueOf(value.doubleValue()) : value);
    }

    private static boolean isSmallInteger(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt();
    }

    static JsonNode withoutMember(JsonNode tree, String name) {
        ObjectNode less = tree.deepCopy();
        less.findParents(name).forEach(parent -> ((ObjectNode) parent).remove(name));
        return less;
    }
}
