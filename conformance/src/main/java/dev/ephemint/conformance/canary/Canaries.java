package dev.ephemint.conformance.canary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks a request schema and makes a canary for every constraint that it meets. */
public final class Canaries {
    private static final int DEEPEST = 12;
    private static final String UNKNOWN = "canary";

    private final Schemas schemas;
    private final Samples samples;
    private final Map<JsonNode, Canary> canaries = new LinkedHashMap<>();

    private Canaries(JsonNode document) {
        schemas = new Schemas(document);
        samples = new Samples(schemas);
    }

    /**
     * The canaries of one schema, in its order.
     *
     * @param document the OpenAPI document that the schema's references point into
     * @param schema the schema, or a reference to it
     */
    public static List<Canary> of(JsonNode document, JsonNode schema) {
        Canaries canaries = new Canaries(document);
        canaries.walk(Place.ROOT, schema, 0);
        return List.copyOf(canaries.canaries.values());
    }

    private void walk(Place place, JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a schema without end at " + place.path());
        }
        Set<String> types = schemas.types(schema);
        List<JsonNode> branches = schemas.branches(schema);
        add(place, samples.of(schema), ConstraintViolations.ofTypes(types, branches.size() > 1));
        for (JsonNode branch : branches) {
            JsonNode intact = samples.of(branch);
            add(place, intact, ConstraintViolations.ofValue(branch, types, samples));
            walkMembers(place, branch, depth);
            if (branch.has("items")) {
                walk(place.item(), branch.get("items"), depth + 1);
            }
        }
    }

    private void walkMembers(Place place, JsonNode schema, int depth) {
        ObjectNode smallest = samples.object(schema);
        schema.path("required").forEach(name -> addMissing(place, smallest, name.textValue()));
        schema.path("properties")
                .properties()
                .forEach(entry -> walk(place.member(entry.getKey(), smallest), entry.getValue(), depth + 1));
        TypeConditions.of(schema).forEach((type, further) -> walkCondition(place, schema, type, further));
        JsonNode others = schema.path("additionalProperties");
        if (others.isObject() && !others.isEmpty()) {
            walk(place.member(UNKNOWN, smallest), others, depth + 1);
        }
        if (others.isBoolean() && !others.booleanValue()) {
            addUnknown(place, smallest);
        }
    }

    private void walkCondition(Place place, JsonNode schema, String type, JsonNode further) {
        ObjectNode smallest = samples.object(schema, type);
        further.path("required").forEach(name -> addMissing(place, smallest, name.textValue()));
        further.path("properties")
                .properties()
                .forEach(entry -> walk(place.member(entry.getKey(), smallest), entry.getValue(), 0));
    }

    private void addMissing(Place place, ObjectNode smallest, String name) {
        ObjectNode less = smallest.deepCopy();
        less.remove(name);
        String path = place.member(name, smallest).path();
        add(new Canary(path, Constraint.REQUIRED, place.body(smallest), place.body(less)));
    }

    private void addUnknown(Place place, ObjectNode smallest) {
        ObjectNode more = smallest.deepCopy();
        more.put(UNKNOWN, true);
        String path = place.member(UNKNOWN, smallest).path();
        add(new Canary(path, Constraint.CLOSED, place.body(smallest), place.body(more)));
    }

    private void add(Place place, JsonNode intact, Map<Constraint, JsonNode> broken) {
        broken.forEach((constraint, value) ->
                add(new Canary(place.path(), constraint, place.body(intact), place.body(value))));
    }

    /** Two branches of a union may break in the same way; one canary is enough then. */
    private void add(Canary canary) {
        canaries.putIfAbsent(canary.broken(), canary);
    }
}
