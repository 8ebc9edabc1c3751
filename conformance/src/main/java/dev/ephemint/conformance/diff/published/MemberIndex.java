package dev.ephemint.conformance.diff.published;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.References;
import java.util.Map;
import java.util.TreeMap;

/** The members of a schema by their paths, such as {@code session.tools[].name}, all forms of its unions together. */
final class MemberIndex {
    private static final int DEEPEST = 24;

    private final References references;
    private final Map<String, MemberFacts> members = new TreeMap<>();

    private MemberIndex(JsonNode document) {
        references = new References(document);
    }

    static Map<String, MemberFacts> of(JsonNode document, JsonNode schema) {
        MemberIndex index = new MemberIndex(document);
        index.walk("", schema, 0);
        index.members.remove("");
        return index.members;
    }

    private void walk(String path, JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        JsonNode resolved = references.resolve(schema);
        members.computeIfAbsent(path, key -> MemberFacts.none()).add(resolved);
        for (String union : new String[] {"oneOf", "anyOf", "allOf"}) {
            resolved.path(union).forEach(branch -> walk(path, branch, depth + 1));
        }
        resolved.path("properties")
                .properties()
                .forEach(entry -> walk(
                        path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), depth + 1));
        if (resolved.path("items").isObject()) {
            walk(path + "[]", resolved.get("items"), depth + 1);
        }
        if (resolved.path("additionalProperties").isObject()
                && !resolved.path("additionalProperties").isEmpty()) {
            walk(path + ".*", resolved.get("additionalProperties"), depth + 1);
        }
    }
}
