package dev.ephemint.conformance.canary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** A path in a body, and a function that builds the whole body around a value at that path. */
record Place(String path, UnaryOperator<JsonNode> embed) {
    static final Place ROOT = new Place("", UnaryOperator.identity());

    /** @param around a valid object at this path, to which the member is added */
    Place member(String name, ObjectNode around) {
        return new Place(path.isEmpty() ? name : path + "." + name, value -> {
            ObjectNode filled = around.deepCopy();
            filled.set(name, value);
            return embed.apply(filled);
        });
    }

    Place item() {
        return new Place(path + "[0]", value -> {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            array.add(value);
            return embed.apply(array);
        });
    }

    JsonNode body(JsonNode value) {
        return embed.apply(value);
    }
}
