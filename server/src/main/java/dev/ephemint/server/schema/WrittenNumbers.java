package dev.ephemint.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Rejects integers beyond 64 bits, although JSON Schema accepts 1e999999999 as one: no model can store it. */
final class WrittenNumbers {

    private WrittenNumbers() {}

    static JsonNode of(JsonNode tree) {
        return isHugeSomewhere(tree) ? replaced(tree) : tree;
    }

    private static boolean isHugeSomewhere(JsonNode tree) {
        if (isHuge(tree)) {
            return true;
        }
        for (JsonNode child : tree) {
            if (isHugeSomewhere(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHuge(JsonNode tree) {
        return tree.isFloatingPointNumber() && tree.canConvertToExactIntegral() && !tree.canConvertToLong();
    }

    private static JsonNode replaced(JsonNode tree) {
        if (isHuge(tree)) {
            return new WrittenDecimal(tree.decimalValue());
        }
        if (tree instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), replaced(member.getValue())));
            return copy;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode(array.size());
            array.forEach(item -> copy.add(replaced(item)));
            return copy;
        }
        return tree;
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
