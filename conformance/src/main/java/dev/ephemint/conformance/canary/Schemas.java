package dev.ephemint.conformance.canary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.json.References;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The schemas of one document, with references resolved. */
public final class Schemas {
    private final References references;

    public Schemas(JsonNode document) {
        references = new References(document);
    }

    public JsonNode resolve(JsonNode schema) {
        return references.resolve(schema);
    }

    /** The branches of a union, nested unions flattened, without null; the schema itself if it is no union. */
    public List<JsonNode> branches(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        List<JsonNode> branches = new ArrayList<>();
        for (String keyword : List.of("oneOf", "anyOf")) {
            resolved.path(keyword)
                    .forEach(branch -> branches(branch).forEach(one -> branches.add(with(one, resolved))));
        }
        if (branches.isEmpty() && !types(resolved).equals(Set.of("null"))) {
            branches.add(resolved);
        }
        return List.copyOf(branches);
    }

    /** The branch, which also requires the members that its union requires. */
    private static JsonNode with(JsonNode branch, JsonNode union) {
        Set<JsonNode> required = new LinkedHashSet<>();
        union.path("required").forEach(required::add);
        if (required.isEmpty()) {
            return branch;
        }
        branch.path("required").forEach(required::add);
        ObjectNode both = branch.deepCopy();
        both.putArray("required").addAll(required);
        return both;
    }

    /** The JSON types that the schema accepts; empty means any. */
    public Set<String> types(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        Set<String> types = new LinkedHashSet<>();
        JsonNode type = resolved.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(item -> types.add(item.textValue()));
        for (String keyword : List.of("oneOf", "anyOf")) {
            resolved.path(keyword).forEach(branch -> types.addAll(types(branch)));
        }
        if (resolved.path("const").isTextual()) {
            types.add("string");
        }
        return types;
    }
}
