package dev.ephemint.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a schema of the contract names for each type that a discriminator knows; found once, because the contract is constant. */
final class ResolvedSchema {

    private static final String REFERENCE = "$ref";
    private static final String TYPE = "type";
    private static final JsonNode DOCUMENT = Document.CONTRACT.tree();

    /** Every other type has the same members as none: what a caller writes must not fill the memory. */
    private static final Set<String> TYPES = types();

    private final JsonNode schema;
    private final List<JsonNode> notWith = new ArrayList<>();
    private final Map<String, Members> byType = new ConcurrentHashMap<>();

    private ResolvedSchema(JsonNode schema) {
        this.schema = schema;
        schema.path("x-not-with-type").forEach(notWith::add);
    }

    static ResolvedSchema at(String pointer) {
        return new ResolvedSchema(schema(pointer));
    }

    /**
     * Members of an object or items of an array, of all branches if the schema is a union.
     *
     * @param names empty if the contract names none, so that any name is known
     */
    record Members(Set<String> names, Map<String, ResolvedSchema> properties, Optional<ResolvedSchema> items) {}

    /** Those that go with the type of this body. */
    Members of(JsonNode body) {
        String type = body.path(TYPE).asText("");
        return byType.computeIfAbsent(TYPES.contains(type) ? type : "", this::resolved);
    }

    /** Whether an object of this type does not have the member: {@code x-not-with-type} lists such types. */
    boolean excludes(JsonNode object) {
        return !notWith.isEmpty() && notWith.contains(object.path(TYPE));
    }

    private Members resolved(String type) {
        List<JsonNode> objects = new ArrayList<>();
        addObjects(schema, type, objects);
        Map<String, ResolvedSchema> properties = new HashMap<>();
        Set<String> names = new HashSet<>();
        ResolvedSchema items = null;
        for (JsonNode object : objects) {
            object.path("properties").properties().forEach(property -> {
                names.add(property.getKey());
                if (property.getValue().isObject()) {
                    properties.putIfAbsent(property.getKey(), new ResolvedSchema(property.getValue()));
                }
            });
            items = items == null && object.path("items").isObject() ? new ResolvedSchema(object.get("items")) : items;
        }
        return new Members(Set.copyOf(names), Map.copyOf(properties), Optional.ofNullable(items));
    }

    /** The branches of a schema without references; of a union with a discriminator, only the branch of the type. */
    private static void addObjects(JsonNode schema, String type, List<JsonNode> objects) {
        if (schema.has(REFERENCE)) {
            addObjects(referenced(schema.get(REFERENCE)), type, objects);
            return;
        }
        JsonNode mapped = schema.path("discriminator").path("mapping").path(type);
        if (mapped.isTextual()) {
            addObjects(referenced(mapped), type, objects);
            return;
        }
        objects.add(schema);
        for (String union : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(union).forEach(branch -> addObjects(branch, type, objects));
        }
    }

    private static JsonNode referenced(JsonNode reference) {
        return schema(reference.textValue().substring(1));
    }

    private static JsonNode schema(String pointer) {
        JsonNode schema = DOCUMENT.at(pointer);
        if (schema.isMissingNode()) {
            throw new IllegalArgumentException("No schema at " + pointer);
        }
        return schema;
    }

    private static Set<String> types() {
        Set<String> types = new HashSet<>();
        for (JsonNode discriminator : DOCUMENT.findValues("discriminator")) {
            if (!discriminator.path("propertyName").asText(TYPE).equals(TYPE)) {
                throw new IllegalStateException("a discriminator that is not " + TYPE);
            }
            discriminator.path("mapping").fieldNames().forEachRemaining(types::add);
        }
        return Set.copyOf(types);
    }
}
