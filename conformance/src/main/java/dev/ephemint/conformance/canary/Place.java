package dev.ephemint.conformance.canary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** A place in a body, and how a value at that place becomes a whole body. */
record Place(String path, UnaryOperator<JsonNode> embed) {
    static final Place ROOT = new Place("", UnaryOperator.identity());

    /** @param around a valid object for this place, into which the member goes */
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
