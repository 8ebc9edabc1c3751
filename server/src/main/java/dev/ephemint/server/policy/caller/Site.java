package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A member or an item that a path leads to in one body.
 *
 * @param parent an object or a list
 * @param name of the member; empty for an item
 * @param index of the item; 0 for a member
 * @param param its path, with the number of each item
 */
record Site(JsonNode parent, String name, int index, String param) {

    JsonNode value() {
        return parent.isObject() ? parent.path(name) : parent.path(index);
    }

    void set(JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(name, value.deepCopy());
        } else {
            ((ArrayNode) parent).set(index, value.deepCopy());
        }
    }

    /** Of a member only: no rule about items takes one out. */
    void remove() {
        ((ObjectNode) parent).remove(name);
    }
}
