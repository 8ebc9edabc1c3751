package dev.ephemint.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a validator gets of a tree: nearly always the tree itself, and otherwise one that shares with it all that is the same.
 *
 * <p>Arrays are cut to a length. The work of a validator, and the number of faults that it reports, then depend on the contract
 * and not on how long an array the caller sends. Integers beyond 64 bits are none, although JSON Schema accepts 1e999999999 as
 * one: no model can store it.
 */
@SuppressWarnings("ReferenceEquality") // Another node means a change; equal trees would be compared in full.
final class Judged {

    private Judged() {}

    static JsonNode of(JsonNode tree, int length) {
        if (tree instanceof ObjectNode object) {
            return object(object, length);
        }
        if (tree instanceof ArrayNode array) {
            return array(array, length);
        }
        return isHuge(tree) ? new WrittenDecimal(tree.decimalValue()) : tree;
    }

    /** The length of an array before it was cut. */
    static int sizeOf(JsonNode array) {
        return array instanceof CutArray cut ? cut.whole : array.size();
    }

    private static ObjectNode object(ObjectNode object, int length) {
        @Nullable ObjectNode copy = null;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode judged = of(member.getValue(), length);
            if (judged != member.getValue()) {
                copy = copy == null ? object.objectNode().setAll(object) : copy;
                copy.set(member.getKey(), judged);
            }
        }
        return copy == null ? object : copy;
    }

    private static ArrayNode array(ArrayNode array, int length) {
        @Nullable ArrayNode copy = array.size() > length ? new CutArray(array, length) : null;
        for (int i = 0; i < Math.min(array.size(), length); i++) {
            JsonNode judged = of(array.get(i), length);
            if (judged != array.get(i)) {
                copy = copy == null ? array.arrayNode().addAll(array) : copy;
                copy.set(i, judged);
            }
        }
        return copy == null ? array : copy;
    }

    /** The cheap check first: nearly every number fits. */
    private static boolean isHuge(JsonNode tree) {
        return tree.isFloatingPointNumber() && !tree.canConvertToLong() && tree.canConvertToExactIntegral();
    }

    @SuppressWarnings("unchecked") // ArrayNode's own deepCopy.
    private static final class CutArray extends ArrayNode {

        private static final long serialVersionUID = 1L;

        private final int whole;

        CutArray(ArrayNode array, int length) {
            super(JsonNodeFactory.instance, length);
            this.whole = array.size();
            for (int i = 0; i < length; i++) {
                add(array.get(i));
            }
        }
    }

    private static final class WrittenDecimal extends DecimalNode {

        private static final long serialVersionUID = 1L;

        WrittenDecimal(BigDecimal value) {
            super(value);
        }

        @Override
        public boolean canConvertToExactIntegral() {
            return false;
        }
    }
}
