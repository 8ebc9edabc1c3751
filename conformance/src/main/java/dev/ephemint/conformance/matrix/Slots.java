package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.canary.Samples;
import dev.ephemint.conformance.canary.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds the members of a schema, at every depth and in every branch. */
final class Slots {
    private static final int DEEPEST = 12;

    private final Schemas schemas;
    private final Samples samples;
    private final FullValues full;
    private final List<Slot> found = new ArrayList<>();

    private Slots(Schemas schemas) {
        this.schemas = schemas;
        this.samples = new Samples(schemas);
        this.full = new FullValues(schemas, samples);
    }

    static List<Slot> of(Schemas schemas, JsonNode schema) {
        Slots slots = new Slots(schemas);
        slots.walk(new Around("", UnaryOperator.identity(), UnaryOperator.identity()), schema, 0);
        return List.copyOf(slots.found);
    }

    /** The bodies around a value. */
    private record Around(String path, UnaryOperator<JsonNode> smallest, UnaryOperator<JsonNode> full) {

        Around member(Slot slot) {
            return new Around(slot.path(), slot::with, value -> {
                ObjectNode object = slot.full().deepCopy();
                return full.apply(object.set(slot.name(), value));
            });
        }

        Around item() {
            return new Around(path + "[0]", value -> smallest.apply(list(value)), value -> full.apply(list(value)));
        }

        Around entry() {
            return new Around(path + ".name", value -> smallest.apply(map(value)), value -> full.apply(map(value)));
        }

        private static JsonNode list(JsonNode value) {
            return JsonNodeFactory.instance.arrayNode().add(value);
        }

        private static JsonNode map(JsonNode value) {
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            return map.set("name", value);
        }
    }

    private void walk(Around around, JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a schema without end at " + around.path());
        }
        for (JsonNode branch : schemas.branches(schema)) {
            members(around, branch, depth);
            if (branch.has("items")) {
                walk(around.item(), branch.get("items"), depth + 1);
            }
            if (branch.path("additionalProperties").has("$ref")) {
                walk(around.entry(), branch.get("additionalProperties"), depth + 1);
            }
        }
    }

    private void members(Around around, JsonNode branch, int depth) {
        ObjectNode smallest = samples.object(branch);
        ObjectNode all = full.object(branch);
        Set<String> required = new HashSet<>();
        smallest.fieldNames().forEachRemaining(required::add);
        branch.path("properties").properties().forEach(member -> {
            String name = member.getKey();
            String path = around.path().isEmpty() ? name : around.path() + "." + name;
            Slot slot = new Slot(
                    path,
                    name,
                    member.getValue(),
                    required.contains(name),
                    branch,
                    smallest,
                    all,
                    around.smallest(),
                    around.full());
            found.add(slot);
            walk(around.member(slot), member.getValue(), depth + 1);
        });
    }
}
