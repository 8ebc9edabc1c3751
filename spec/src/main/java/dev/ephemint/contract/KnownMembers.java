package dev.ephemint.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * The members that a schema of the contract names, to find unknown members of a body. An object without
 * named members, such as the parameters of a function, contains the caller's own names: none of them is unknown.
 */
public final class KnownMembers {

    private static final Map<String, KnownMembers> BY_SCHEMA = new ConcurrentHashMap<>();
    private static final JsonNode DOCUMENT = Document.CONTRACT.tree();
    private static final String REFERENCE = "$ref";
    private static final String TYPE = "type";

    private final JsonNode schema;

    private KnownMembers(JsonNode schema) {
        this.schema = schema;
    }

    /** The members of a component schema, by its name. */
    public static KnownMembers of(String schemaName) {
        return BY_SCHEMA.computeIfAbsent(schemaName, name -> new KnownMembers(schema("/components/schemas/" + name)));
    }

    /** The names at the top of the schema, of all branches if it is a union. */
    public Set<String> names() {
        return names(objects(schema, MissingNode.getInstance()));
    }

    /** The members of a body, innermost, that the schema does not name, in the order of the body. */
    public List<Unknown> unknownIn(JsonNode body) {
        List<Unknown> unknown = new ArrayList<>();
        collect("", schema, body, unknown);
        return unknown;
    }

    /**
     * A member that the contract does not name.
     *
     * @param parent path of its object, empty for the body itself
     * @param name as the body has it
     * @param siblings what the contract names there; also this name, if it only does not go with the type beside it
     */
    public record Unknown(String parent, String name, Set<String> siblings) {

        public Unknown {
            siblings = Set.copyOf(siblings);
        }

        public String path() {
            return at(parent, name);
        }
    }

    private static void collect(String path, JsonNode schema, JsonNode body, List<Unknown> unknown) {
        if (body.isArray()) {
            JsonNode items = objects(schema, body).stream()
                    .map(branch -> branch.path("items"))
                    .filter(JsonNode::isObject)
                    .findFirst()
                    .orElse(MissingNode.getInstance());
            for (int i = 0; i < body.size(); i++) {
                collect(path + "[" + i + "]", items, body.get(i), unknown);
            }
        } else if (body.isObject()) {
            members(path, objects(schema, body), body, unknown);
        }
    }

    private static void members(String path, List<JsonNode> objects, JsonNode body, List<Unknown> unknown) {
        Set<String> names = Set.copyOf(names(objects));
        if (names.isEmpty()) {
            return;
        }
        body.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode property = objects.stream()
                    .map(object -> object.path("properties").path(name))
                    .filter(JsonNode::isObject)
                    .findFirst()
                    .orElse(MissingNode.getInstance());
            if (property.isMissingNode() || excludes(property, body)) {
                unknown.add(new Unknown(path, name, names));
            } else {
                collect(at(path, name), property, member.getValue(), unknown);
            }
        });
    }

    /** Whether an object of this type does not have the member: {@code x-not-with-type} lists such types. */
    private static boolean excludes(JsonNode property, JsonNode object) {
        return StreamSupport.stream(property.path("x-not-with-type").spliterator(), false)
                .anyMatch(object.path(TYPE)::equals);
    }

    private static Set<String> names(List<JsonNode> objects) {
        Set<String> names = new LinkedHashSet<>();
        objects.forEach(object -> object.path("properties").fieldNames().forEachRemaining(names::add));
        return names;
    }

    /** The branches of a schema without references; of a union with a discriminator, only the body's branch. */
    private static List<JsonNode> objects(JsonNode schema, JsonNode body) {
        if (schema.has(REFERENCE)) {
            return objects(schema(schema.get(REFERENCE).textValue().substring(1)), body);
        }
        JsonNode mapped = schema.at("/discriminator/mapping")
                .path(body.path(schema.at("/discriminator/propertyName").asText(TYPE))
                        .asText(""));
        if (mapped.isTextual()) {
            return objects(schema(mapped.textValue().substring(1)), body);
        }
        List<JsonNode> objects = new ArrayList<>(List.of(schema));
        for (String union : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(union).forEach(branch -> objects.addAll(objects(branch, body)));
        }
        return objects;
    }

    private static JsonNode schema(String pointer) {
        JsonNode schema = DOCUMENT.at(pointer);
        if (schema.isMissingNode()) {
            throw new IllegalArgumentException("No schema at " + pointer);
        }
        return schema;
    }

    private static String at(String parent, String name) {
        return parent.isEmpty() ? name : parent + "." + name;
    }
}
