package dev.ephemint.conformance.diff.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The components that are the same in both documents, with everything that they refer to. */
final class Unchanged {
    private final Set<String> pointers = new HashSet<>();

    Unchanged(JsonNode before, JsonNode after) {
        Map<String, Set<String>> references = new HashMap<>();
        before.path("components")
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    String pointer = "/components/" + kind.getKey() + "/" + component.getKey();
                    if (component.getValue().equals(after.at(pointer))) {
                        pointers.add("#" + pointer);
                        references.put("#" + pointer, references(component.getValue()));
                    }
                }));
        while (pointers.removeIf(pointer -> !pointers.containsAll(references.get(pointer)))) {
            // Until no component refers to a changed one.
        }
    }

    /** Whether the two nodes, and everything that they refer to, are the same. */
    boolean covers(JsonNode old, JsonNode now) {
        return old.equals(now) && pointers.containsAll(references(old));
    }

    private static Set<String> references(JsonNode node) {
        Set<String> found = new HashSet<>();
        collect(node, found);
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        if (node.path("$ref").isTextual()) {
            found.add(node.get("$ref").textValue());
        }
        node.forEach(child -> collect(child, found));
    }
}
