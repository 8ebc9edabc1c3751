package dev.ephemint.conformance.wrong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Gateways that change the JSON on its way. */
final class WrongTrees {
    private WrongTrees() {}

    static Map<String, Function<URI, PassThroughGateway>> all() {
        Map<String, Function<URI, PassThroughGateway>> all = new TreeMap<>();
        all.put("drops-nulls-of-requests", request(tree -> Trees.without(tree, JsonNode::isNull)));
        all.put("drops-nulls-of-responses", response(tree -> Trees.without(tree, JsonNode::isNull)));
        all.put("drops-empty-values", request(tree -> Trees.without(tree, WrongTrees::isEmpty)));
        all.put("drops-empty-values-of-responses", response(tree -> Trees.without(tree, WrongTrees::isEmpty)));
        all.put("rounds-numbers", request(Trees::rounded));
        all.put("rounds-numbers-of-responses", response(Trees::rounded));
        all.put("swallows-unknown-members", request(tree -> Trees.withoutMember(tree, "kit_unknown")));
        all.put("swallows-unknown-members-of-responses", response(tree -> Trees.withoutMember(tree, "kit_unknown")));
        all.put("fills-in-defaults", request(WrongTrees::withDefault));
        all.put("replaces-models", response(tree -> Trees.mapped(tree, WrongTrees::otherModel)));
        all.put("drops-the-lifetime", request(tree -> Trees.withoutMember(tree, "expires_after")));
        all.put("wrong-charset", response(tree -> Trees.mapped(tree, WrongTrees::misread)));
        all.put("expiry-in-the-past", response(tree -> ((ObjectNode) tree).put("expires_at", 1_790_000_000)));
        all.put("expiry-in-ten-years", response(tree -> ((ObjectNode) tree).put("expires_at", 4_102_444_800L)));
        all.put("drops-the-session", response(tree -> Trees.withoutMember(tree, "session")));
        return all;
    }

    private static Function<URI, PassThroughGateway> request(UnaryOperator<JsonNode> change) {
        return vendor -> new PassThroughGateway(vendor) {
            @Override
            JsonNode requestTree(JsonNode sent) {
                return change.apply(sent);
            }
        };
    }

    private static Function<URI, PassThroughGateway> response(UnaryOperator<JsonNode> change) {
        return vendor -> new PassThroughGateway(vendor) {
            @Override
            JsonNode responseTree(JsonNode body) {
                return change.apply(body);
            }
        };
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isTextual() ? value.textValue().isEmpty() : value.isContainerNode() && value.isEmpty();
    }

    private static JsonNode withDefault(JsonNode tree) {
        if (tree.at("/session/audio/input") instanceof ObjectNode input && !input.has("turn_detection")) {
            input.putObject("turn_detection").put("type", "server_vad");
        }
        return tree;
    }

    private static JsonNode otherModel(JsonNode value) {
        return value.asText().equals("gpt-transcribe-of-next-year") ? TextNode.valueOf("gpt-4o-transcribe") : value;
    }

    private static JsonNode misread(JsonNode value) {
        return value.isTextual()
                ? TextNode.valueOf(
                        new String(value.textValue().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                : value;
    }
}
