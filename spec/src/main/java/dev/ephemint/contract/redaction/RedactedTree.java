package dev.ephemint.contract.redaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.contract.ContractJson;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Applies a function to all texts, numbers and member names in a JSON tree. */
final class RedactedTree {

    private RedactedTree() {}

    static String of(String message, UnaryOperator<String> rule) {
        try {
            JsonNode tree = ContractJson.mapper().readTree(message);
            JsonNode redacted = of(tree, rule);
            return redacted.equals(tree) ? message : redacted.toString();
        } catch (JsonProcessingException | NumberFormatException notJson) {
            return rule.apply(message);
        }
    }

    static JsonNode of(JsonNode tree, UnaryOperator<String> rule) {
        return changes(tree, rule) ? redacted(tree, rule) : tree;
    }

    private static boolean changes(JsonNode tree, UnaryOperator<String> rule) {
        if (tree instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (changes(member.getKey(), rule) || changes(member.getValue(), rule)) {
                    return true;
                }
            }
            return false;
        }
        if (tree instanceof ArrayNode array) {
            for (JsonNode item : array) {
                if (changes(item, rule)) {
                    return true;
                }
            }
            return false;
        }
        return (tree.isTextual() || tree.isNumber()) && changes(tree.asText(), rule);
    }

    private static boolean changes(String text, UnaryOperator<String> rule) {
        return !rule.apply(text).equals(text);
    }

    private static JsonNode redacted(JsonNode tree, UnaryOperator<String> rule) {
        if (tree instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties()
                    .forEach(member -> copy.set(rule.apply(member.getKey()), redacted(member.getValue(), rule)));
            return copy;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode(array.size());
            array.forEach(item -> copy.add(redacted(item, rule)));
            return copy;
        }
        if (!tree.isTextual() && !tree.isNumber()) {
            return tree;
        }
        String text = tree.asText();
        String clean = rule.apply(text);
        return clean.equals(text) ? tree : TextNode.valueOf(clean);
    }
}
