package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares JSON trees; numbers count by their value, so 1 is 1.0. */
final class Trees {

    private Trees() {}

    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(Trees::difference, other);
    }

    private static int difference(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
