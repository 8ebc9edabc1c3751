package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/**
 * A place for a member, and the bodies around it.
 *
 * @param schema the member's
 * @param around the schema of the object around it
 * @param smallest the object around it, with nothing but what is required
 * @param full the object around it, with all its members
 * @param inSmallest builds the smallest body around such an object
 * @param inFull builds a body with everything in it around such an object
 */
record Slot(
        String path,
        String name,
        JsonNode schema,
        boolean required,
        JsonNode around,
        ObjectNode smallest,
        ObjectNode full,
        UnaryOperator<JsonNode> inSmallest,
        UnaryOperator<JsonNode> inFull) {

    /** The smallest body with this value. */
    JsonNode with(JsonNode value) {
        return inSmallest.apply(parent(value));
    }

    /** The object around it, with this value and no further member. */
    ObjectNode parent(JsonNode value) {
        ObjectNode object = smallest.deepCopy();
        object.set(name, value);
        return object;
    }

    /** Everything but this member. */
    JsonNode without() {
        ObjectNode object = full.deepCopy();
        object.remove(name);
        return inFull.apply(object);
    }
}
