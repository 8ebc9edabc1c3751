package dev.ephemint.contract.corpus;

import com.fasterxml.jackson.databind.JsonNode;

/** Equality of trees to the last digit: 0.10 is not 0.1, and 1 is not 1.0. */
public final class ExactTree {

    private ExactTree() {}

    public static boolean equal(JsonNode left, JsonNode right) {
        return left.equals(ExactTree::compare, right);
    }

    private static int compare(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().equals(right.decimalValue()) ? 0 : 1;
        }
        return left.equals(right) ? 0 : 1;
    }
}
