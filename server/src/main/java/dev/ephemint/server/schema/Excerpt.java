package dev.ephemint.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A tree whose arrays are cut to a length. The work of a validator, and the number of faults that it reports, then
 * depend on the contract and not on how long an array the caller sends.
 */
final class Excerpt {

    private Excerpt() {}

    /** The tree itself if no array in it is longer. */
    static JsonNode of(JsonNode tree, int length) {
        return hasLonger(tree, length) ? cut(tree, length) : tree;
    }

    /** The length of an array before it was cut. */
    static int sizeOf(JsonNode array) {
        return array instanceof CutArray cut ? cut.whole : array.size();
    }

    private static boolean hasLonger(JsonNode tree, int length) {
        if (tree.isArray() && tree.size() > length) {
            return true;
        }
        for (JsonNode child : tree) {
            if (hasLonger(child, length)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode cut(JsonNode tree, int length) {
        if (tree instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), cut(member.getValue(), length)));
            return copy;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode copy = new CutArray(array.size());
            for (int i = 0; i < Math.min(array.size(), length); i++) {
                copy.add(cut(array.get(i), length));
            }
            return copy;
        }
        return tree;
    }

    @SuppressWarnings("unchecked") // ArrayNode's own deepCopy.
    private static final class CutArray extends ArrayNode {

        private static final long serialVersionUID = 1L;

        private final int whole;

        CutArray(int whole) {
            super(JsonNodeFactory.instance);
            this.whole = whole;
        }
    }
}
