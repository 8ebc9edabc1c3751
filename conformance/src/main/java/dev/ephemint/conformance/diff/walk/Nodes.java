package dev.ephemint.conformance.diff.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Names and items of two nodes. */
final class Nodes {
    private Nodes() {}

    /** The names of both, those of the old one first. */
    static Set<String> names(JsonNode old, JsonNode now) {
        Set<String> names = new LinkedHashSet<>();
        old.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The indexes of the items, by what identifies them. */
    static Map<String, Integer> byKey(JsonNode items, Function<JsonNode, String> key) {
        Map<String, Integer> byKey = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            byKey.putIfAbsent(key.apply(items.get(i)), i);
        }
        return byKey;
    }

    static Set<String> keys(Map<String, Integer> old, Map<String, Integer> now) {
        Set<String> keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(now.keySet());
        return keys;
    }

    /** The node without some members. */
    static JsonNode without(JsonNode node, List<String> names) {
        return node.isObject()
                ? ((com.fasterxml.jackson.databind.node.ObjectNode) node.deepCopy()).without(names)
                : node;
    }
}
