package dev.ephemint.server.mint.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads and changes members by their dotted path, through objects only. */
final class MemberPath {

    private MemberPath() {}

    /** A missing node if there is no such member. */
    static JsonNode get(ObjectNode body, String path) {
        JsonNode node = body;
        for (String name : path.split("\\.", -1)) {
            node = node instanceof ObjectNode object ? object.path(name) : MissingNode.getInstance();
        }
        return node;
    }

    /** Removes a member that is there, and its parent if nothing else is left in it. */
    static void remove(ObjectNode body, String path) {
        int last = path.lastIndexOf('.');
        ObjectNode parent = last < 0 ? body : (ObjectNode) get(body, path.substring(0, last));
        parent.remove(path.substring(last + 1));
        if (parent.isEmpty() && last > 0) {
            remove(body, path.substring(0, last));
        }
    }

    /** Sets a member and makes the objects above it; false if another value or no object is in its way. */
    static boolean put(ObjectNode body, String path, JsonNode value) {
        ObjectNode parent = body;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            JsonNode next = parent.has(names[i]) ? parent.get(names[i]) : parent.putObject(names[i]);
            if (!(next instanceof ObjectNode object)) {
                return false;
            }
            parent = object;
        }
        String name = names[names.length - 1];
        if (parent.has(name)) {
            return parent.get(name).equals(value);
        }
        parent.set(name, value);
        return true;
    }
}
