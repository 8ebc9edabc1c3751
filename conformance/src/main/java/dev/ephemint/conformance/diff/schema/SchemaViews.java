package dev.ephemint.conformance.diff.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.diff.document.Pointers;
import dev.ephemint.conformance.diff.schema.SchemaView.Branch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The schemas of one document, in a form that can be compared. */
public final class SchemaViews {
    private static final int LONGEST_CHAIN = 32;
    private static final List<String> TEXTS =
            List.of("title", "description", "default", "deprecated", "example", "examples");
    private static final List<String> OF_UNIONS = List.of("required", "properties", "discriminator");

    private final JsonNode document;

    SchemaViews(JsonNode document) {
        this.document = document;
    }

    /** @param pointer where the node is written */
    SchemaView view(String pointer, JsonNode node) {
        return view(pointer, node, 0);
    }

    private SchemaView view(String pointer, JsonNode node, int depth) {
        if (depth > LONGEST_CHAIN) {
            throw new IllegalArgumentException("references without end at " + pointer);
        }
        JsonNode reference = node.path("$ref");
        if (reference.isTextual()) {
            String target = reference.textValue().substring(1);
            JsonNode to = document.at(target);
            if (to.isMissingNode()) {
                throw new IllegalArgumentException("dangling reference " + reference.textValue());
            }
            SchemaView inner = view(target, to, depth + 1);
            String name = inner.name().isEmpty() ? Pointers.last(target) : inner.name();
            JsonNode form = inner.form().equals(to) ? node : inner.form();
            return around(inner, pointer, node, name, form, inner.nullable());
        }
        if (node.path("allOf").isArray()) {
            return view(pointer, merged(pointer, node, depth), depth + 1);
        }
        return unwrapped(pointer, node, depth);
    }

    private SchemaView unwrapped(String pointer, JsonNode node, int depth) {
        List<Branch> branches = new ArrayList<>();
        boolean nullable = false;
        for (String keyword : List.of("oneOf", "anyOf")) {
            for (int i = 0; i < node.path(keyword).size(); i++) {
                JsonNode branch = node.get(keyword).get(i);
                if (branch.path("type").asText().equals("null")) {
                    nullable = true;
                } else {
                    branches.add(new Branch(keyword + "/" + i, branch));
                }
            }
        }
        if (branches.size() == 1 && OF_UNIONS.stream().noneMatch(node::has)) {
            Branch only = branches.get(0);
            SchemaView inner = view(pointer + "/" + only.step(), only.schema(), depth + 1);
            return around(inner, pointer, node, inner.name(), only.schema(), nullable || inner.nullable());
        }
        return new SchemaView(pointer, pointer, "", node, nullable || hasNull(node), node, branches);
    }

    /** The inner schema with the texts that what is around it has. */
    private static SchemaView around(
            SchemaView inner, String pointer, JsonNode outer, String name, JsonNode form, boolean nullable) {
        boolean described = outer.has("description");
        ObjectNode schema = inner.schema().isObject() ? inner.schema().deepCopy() : outer.deepCopy();
        TEXTS.stream().filter(outer::has).forEach(text -> schema.set(text, outer.get(text)));
        outer.path("required").forEach(required -> addTo(schema, required));
        return new SchemaView(
                inner.pointer(),
                described ? pointer : inner.textPointer(),
                name,
                schema,
                nullable,
                form,
                inner.branches());
    }

    private JsonNode merged(String pointer, JsonNode node, int depth) {
        ObjectNode whole = node.deepCopy();
        whole.remove("allOf");
        for (int i = 0; i < node.get("allOf").size(); i++) {
            JsonNode part = view(pointer + "/allOf/" + i, node.get("allOf").get(i), depth + 1)
                    .schema();
            part.properties().forEach(entry -> {
                switch (entry.getKey()) {
                    case "properties" -> whole.withObjectProperty("properties").setAll((ObjectNode) entry.getValue());
                    case "required" -> entry.getValue().forEach(required -> addTo(whole, required));
                    default -> whole.putIfAbsent(entry.getKey(), entry.getValue());
                }
            });
        }
        return whole;
    }

    private static void addTo(ObjectNode schema, JsonNode required) {
        ArrayNode names =
                schema.path("required").isArray() ? (ArrayNode) schema.get("required") : schema.putArray("required");
        for (JsonNode name : names) {
            if (name.equals(required)) {
                return;
            }
        }
        names.add(required);
    }

    private static boolean hasNull(JsonNode node) {
        for (JsonNode type : node.path("type")) {
            if (type.asText().equals("null")) {
                return true;
            }
        }
        return node.path("nullable").asBoolean();
    }

    /** The JSON types that the schema allows, null excepted; a schema without a type allows all. */
    static Set<String> types(JsonNode schema) {
        Set<String> types = new LinkedHashSet<>();
        if (schema.path("type").isTextual()) {
            types.add(schema.get("type").textValue());
        }
        schema.path("type").forEach(type -> types.add(type.asText()));
        if (types.isEmpty() && schema.has("const")) {
            types.add(typeOf(schema.get("const")));
        }
        if (types.isEmpty()) {
            schema.path("enum").forEach(value -> types.add(typeOf(value)));
        }
        boolean any = types.isEmpty();
        types.remove("null");
        if (any) {
            types.addAll(List.of("string", "number", "boolean", "object", "array"));
        }
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static String typeOf(JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber() ? "integer" : "number";
        }
        return value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The document's node, references followed. */
    public JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        for (int i = 0; i < LONGEST_CHAIN && found.path("$ref").isTextual(); i++) {
            found = document.at(found.get("$ref").textValue().substring(1));
        }
        return found;
    }

    /** The pointer of the node, references followed. */
    public String resolve(String pointer, JsonNode node) {
        String place = pointer;
        JsonNode found = node;
        for (int i = 0; i < LONGEST_CHAIN && found.path("$ref").isTextual(); i++) {
            place = found.get("$ref").textValue().substring(1);
            found = document.at(place);
        }
        return place;
    }
}
