package dev.ephemint.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.References;
import java.util.Set;
import java.util.TreeSet;

/** The properties of a schema, as paths: {@code session.tools[].name}. */
public final class SchemaProperties {
    private final References references;
    private final Set<String> paths = new TreeSet<>();

    private SchemaProperties(JsonNode document) {
        references = new References(document);
    }

    public static Set<String> of(JsonNode document, JsonNode schema) {
        SchemaProperties properties = new SchemaProperties(document);
        properties.walk("", schema);
        return Set.copyOf(properties.paths);
    }

    private void walk(String path, JsonNode schema) {
        JsonNode resolved = references.resolve(schema);
        for (String union : new String[] {"oneOf", "anyOf", "allOf"}) {
            resolved.path(union).forEach(branch -> walk(path, branch));
        }
        resolved.path("properties").properties().forEach(entry -> {
            String member = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            paths.add(member);
            walk(member, entry.getValue());
        });
        if (resolved.has("items")) {
            walk(path + "[]", resolved.get("items"));
        }
        if (resolved.path("additionalProperties").isObject()) {
            walk(path + ".*", resolved.get("additionalProperties"));
        }
    }

    /** Whether the tree has a value, null included, at the path. */
    public static boolean has(JsonNode tree, String path) {
        return has(tree, path.replace("[]", ".[]").split("\\."), 0);
    }

    private static boolean has(JsonNode tree, String[] steps, int next) {
        if (next == steps.length) {
            return true;
        }
        if (steps[next].equals("[]") || steps[next].equals("*")) {
            for (JsonNode child : tree) {
                if (has(child, steps, next + 1)) {
                    return true;
                }
            }
            return false;
        }
        return tree.has(steps[next]) && has(tree.get(steps[next]), steps, next + 1);
    }
}
