package dev.ephemint.conformance.diff.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.conformance.json.ExactJson;
import java.util.Set;
import java.util.TreeSet;

/** Compares the texts of a schema: its description, with the facts in it, its default, examples and deprecation. */
final class TextComparison {
    private static final JsonNode NONE = MissingNode.getInstance();

    private final ChangeRecorder changes;

    TextComparison(ChangeRecorder changes) {
        this.changes = changes;
    }

    void compare(SchemaPair pair) {
        boolean defaults = compareDefaults(pair);
        boolean values = compareKnownValues(pair);
        if (!defaults && !values) {
            compareText(pair, "description", "description.changed");
        }
        compareText(pair, "title", "description.changed");
        compareText(pair, "example", "example.changed");
        compareText(pair, "examples", "example.changed");
        boolean now = pair.now("deprecated").asBoolean();
        if (pair.old("deprecated").asBoolean() != now) {
            compareText(pair, "deprecated", now ? "schema.deprecated" : "schema.undeprecated");
        }
    }

    private void compareText(SchemaPair pair, String keyword, String kind) {
        if (pair.differs(keyword)) {
            changes.add(kind, pair.textSpot().at(keyword), pair.usage(), pair.old(keyword), pair.now(keyword));
        }
    }

    private boolean compareDefaults(SchemaPair pair) {
        JsonNode old = defaults(pair.before());
        JsonNode now = defaults(pair.after());
        if (old.equals(now)) {
            return false;
        }
        String action = old.isMissingNode() ? "added" : now.isMissingNode() ? "removed" : "changed";
        SchemaView holder = now.isMissingNode() ? pair.before() : pair.after();
        String keyword = holder.schema().has("default") ? "default" : "description";
        changes.add("default." + action, pair.textSpot().at(keyword), pair.usage(), old, now);
        return true;
    }

    /** The default in the keyword or, without one, in the description. */
    private static JsonNode defaults(SchemaView view) {
        JsonNode keyword = view.schema().path("default");
        if (!keyword.isMissingNode()) {
            return TextNode.valueOf(keyword.isTextual() ? keyword.textValue() : ExactJson.write(keyword));
        }
        Set<String> prose = Prose.defaults(view.schema().path("description").asText());
        return prose.isEmpty() ? NONE : TextNode.valueOf(String.join(" | ", prose));
    }

    private boolean compareKnownValues(SchemaPair pair) {
        if (lists(pair.before()) || lists(pair.after())) {
            return false;
        }
        Set<String> old = Prose.knownValues(pair.old("description").asText());
        Set<String> now = Prose.knownValues(pair.now("description").asText());
        Spot spot = pair.textSpot().at("description");
        Set<String> removed = new TreeSet<>(old);
        removed.removeAll(now);
        Set<String> added = new TreeSet<>(now);
        added.removeAll(old);
        removed.forEach(value -> changes.add("known-value.removed", spot, pair.usage(), TextNode.valueOf(value), NONE));
        added.forEach(value -> changes.add("known-value.added", spot, pair.usage(), NONE, TextNode.valueOf(value)));
        return !old.equals(now);
    }

    private static boolean lists(SchemaView view) {
        return view.schema().has("enum") || view.schema().has("const");
    }
}
