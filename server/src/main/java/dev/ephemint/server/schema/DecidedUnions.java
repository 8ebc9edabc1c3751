package dev.ephemint.server.schema;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document that allows the same bodies, in which a discriminator decides the branch of a union: a validator then checks that
 * branch alone. What it reports of a wrong body is not what the union itself reports.
 *
 * <p>Changed are unions of objects whose discriminator is another constant in each branch: at most one of them can hold.
 */
@SuppressWarnings("ReferenceEquality") // Another node means a change; equal trees would be compared in full.
final class DecidedUnions {

    private final JsonNode document;

    private DecidedUnions(JsonNode document) {
        this.document = document;
    }

    static JsonNode in(JsonNode document) {
        return new DecidedUnions(document).decided(document);
    }

    private JsonNode decided(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode decided = members(object);
            return isDecidable(object) ? withoutUnion(decided) : decided;
        }
        return node instanceof ArrayNode array ? items(array) : node;
    }

    private ObjectNode members(ObjectNode object) {
        @Nullable ObjectNode copy = null;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode decided = decided(member.getValue());
            if (decided != member.getValue()) {
                copy = copy == null ? object.objectNode().setAll(object) : copy;
                copy.set(member.getKey(), decided);
            }
        }
        return copy == null ? object : copy;
    }

    private ArrayNode items(ArrayNode array) {
        @Nullable ArrayNode copy = null;
        for (int i = 0; i < array.size(); i++) {
            JsonNode decided = decided(array.get(i));
            if (decided != array.get(i)) {
                copy = copy == null ? array.arrayNode().addAll(array) : copy;
                copy.set(i, decided);
            }
        }
        return copy == null ? array : copy;
    }

    private boolean isDecidable(ObjectNode schema) {
        String name = schema.path("discriminator").path("propertyName").asText("");
        JsonNode branches = schema.path("oneOf");
        if (name.isEmpty() || !branches.isArray() || schema.has("if")) {
            return false;
        }
        List<JsonNode> constants = new ArrayList<>();
        branches.forEach(branch -> constants.add(constant(name, branch)));
        return constants.stream().noneMatch(JsonNode::isMissingNode)
                && constants.stream().collect(toSet()).size() == constants.size();
    }

    /** What the discriminator is in a branch; a missing node if the branch allows others, or more than objects. */
    private JsonNode constant(String name, JsonNode branch) {
        JsonNode schema = branch.has("$ref")
                ? document.at(JsonPointer.compile(branch.get("$ref").textValue().substring(1)))
                : branch;
        return schema.path("type").asText().equals("object")
                ? schema.path("properties").path(name).path("const")
                : MissingNode.getInstance();
    }

    private ObjectNode withoutUnion(ObjectNode schema) {
        String name = schema.path("discriminator").path("propertyName").asText();
        JsonNode rest = BooleanNode.FALSE;
        for (JsonNode branch : schema.path("oneOf")) {
            ObjectNode decision = schema.objectNode();
            ObjectNode condition = decision.putObject("if");
            condition.putArray("required").add(name);
            condition.putObject("properties").putObject(name).set("const", constant(name, branch));
            decision.set("then", branch);
            decision.set("else", rest);
            rest = decision;
        }
        ObjectNode decided = schema.objectNode().setAll(schema);
        decided.remove("oneOf");
        return decided.setAll((ObjectNode) rest);
    }
}
