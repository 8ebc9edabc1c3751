package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigDecimal;

/** How numbers are written: those of bounds in a schema, those of requests in a message. */
final class Numbers {

    private static final int SHOWN_DIGITS = 20;

    /** Fewer digits always fit. */
    private static final int INT_DIGITS = 10;

    private Numbers() {}

    /** A whole number as an integer, so that it is written as one. */
    static JsonNode node(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        boolean small = plain.scale() <= 0 && plain.precision() - plain.scale() < INT_DIGITS;
        return small ? IntNode.valueOf(plain.intValueExact()) : DecimalNode.valueOf(number);
    }

    /** A number of a request, if it is not too long for a message. */
    static String shown(JsonNode number) {
        String text = number.asText();
        return text.length() > SHOWN_DIGITS ? "another number" : text;
    }
}
