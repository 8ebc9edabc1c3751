package dev.ephemint.conformance.diff.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.conformance.diff.change.Side;
import dev.ephemint.conformance.diff.change.Usage;
import dev.ephemint.conformance.diff.schema.ChangeRecorder;
import dev.ephemint.conformance.diff.schema.SchemaWalk;
import dev.ephemint.conformance.diff.schema.Spot;
import java.util.Locale;
import java.util.Map;

/** Compares the parameters of one operation, which are found again by place and name. */
final class ParameterWalk {
    private static final JsonNode NONE = MissingNode.getInstance();

    private final ChangeRecorder changes;
    private final SchemaWalk schemas;
    private final ContentWalk content;

    ParameterWalk(ChangeRecorder changes, SchemaWalk schemas, ContentWalk content) {
        this.changes = changes;
        this.schemas = schemas;
        this.content = content;
    }

    void compare(Spot spot, JsonNode old, JsonNode now, String operation) {
        Map<String, Integer> was =
                Nodes.byKey(old, parameter -> key(schemas.before().resolve(parameter)));
        Map<String, Integer> is =
                Nodes.byKey(now, parameter -> key(schemas.after().resolve(parameter)));
        for (String key : Nodes.keys(was, is)) {
            JsonNode before = was.containsKey(key) ? old.get(was.get(key)) : NONE;
            JsonNode after = is.containsKey(key) ? now.get(is.get(key)) : NONE;
            Spot place = spot.at(step(was, key), step(is, key), key);
            compareOne(place, before, after, new Usage(operation, Side.REQUEST, key, ""));
        }
    }

    private void compareOne(Spot spot, JsonNode old, JsonNode now, Usage usage) {
        JsonNode was = schemas.before().resolve(old);
        JsonNode is = schemas.after().resolve(now);
        boolean required = is.path("required").asBoolean();
        if (was.isMissingNode() || is.isMissingNode()) {
            String added = required ? "parameter.added-required" : "parameter.added-optional";
            changes.add(is.isMissingNode() ? "parameter.removed" : added, spot, usage, was, is);
            return;
        }
        String before = schemas.before().resolve(spot.before(), old);
        String after = schemas.after().resolve(spot.after(), now);
        Spot place = new Spot(before, after, before.equals(spot.before()) ? spot.name() : before);
        if (was.path("required").asBoolean() != required) {
            String kind = required ? "parameter.became-required" : "parameter.became-optional";
            changes.add(kind, place, usage, BooleanNode.valueOf(!required), BooleanNode.valueOf(required));
        }
        content.compareTexts(place, was, is, usage);
        content.compareSchema(place, was, is, usage);
        if (!was.path("example").equals(is.path("example"))) {
            changes.add("example.changed", place.at("example"), usage, was.path("example"), is.path("example"));
        }
    }

    private static String key(JsonNode parameter) {
        String in = parameter.path("in").asText();
        String name = parameter.path("name").asText();
        return in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
    }

    private static String step(Map<String, Integer> indexes, String key) {
        Integer index = indexes.get(key);
        return index == null ? "-" : index.toString();
    }
}
