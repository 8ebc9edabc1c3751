package dev.ephemint.conformance.diff.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Compares {@code not}. A value that is excluded from now on because a schema of its own describes it is no exclusion: it
 * was accepted in the open form of a union before, and is accepted in its own form now.
 */
final class Exclusions {
    private static final JsonNode NONE = MissingNode.getInstance();

    private final ChangeRecorder changes;
    private final SchemaViews before;
    private final SchemaViews after;
    private final Set<JsonNode> describedBefore;
    private final Set<JsonNode> describedAfter;

    Exclusions(ChangeRecorder changes, SchemaViews before, SchemaViews after) {
        this.changes = changes;
        this.before = before;
        this.after = after;
        describedBefore = described(changes.before().tree());
        describedAfter = described(changes.after().tree());
    }

    void compare(SchemaPair pair) {
        Set<JsonNode> old = excluded(before, pair.old("not"));
        Set<JsonNode> now = excluded(after, pair.now("not"));
        Spot spot = pair.spot().at("not");
        now.stream()
                .filter(value -> !old.contains(value))
                .filter(value -> !describedAfter.contains(value) || describedBefore.contains(value))
                .forEach(value -> changes.add("exclusion.added", spot, pair.usage(), NONE, value));
        old.stream()
                .filter(value -> !now.contains(value))
                .filter(value -> !describedBefore.contains(value) || describedAfter.contains(value))
                .forEach(value -> changes.add("exclusion.removed", spot, pair.usage(), value, NONE));
    }

    /** The values that the schema in {@code not} lists; the whole schema if it is no list of values. */
    private static Set<JsonNode> excluded(SchemaViews views, JsonNode schema) {
        Set<JsonNode> values = new LinkedHashSet<>();
        JsonNode resolved = views.resolve(schema);
        if (resolved.has("const")) {
            values.add(resolved.get("const"));
        }
        resolved.path("enum").forEach(values::add);
        for (String union : new String[] {"anyOf", "oneOf"}) {
            resolved.path(union).forEach(branch -> values.addAll(excluded(views, branch)));
        }
        if (values.isEmpty() && !resolved.isMissingNode()) {
            values.add(resolved);
        }
        return values;
    }

    private static Set<JsonNode> described(JsonNode document) {
        Set<JsonNode> types = new HashSet<>();
        document.at("/components/schemas").forEach(schema -> types.add(schema.at("/properties/type/const")));
        return types;
    }
}
