package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/** Numbers of requests and of bounds. */
final class Numbers {

    private static final int SHOWN_DIGITS = 20;

    /** Fewer digits always fit. */
    private static final int INT_DIGITS = 10;

    private Numbers() {}

    static Optional<Breach> breach(JsonNode sent, String code, Predicate<BigDecimal> within) {
        if (!sent.isNumber()) {
            return Optional.of(new Breach("invalid_type", "no number"));
        }
        return within.test(sent.decimalValue())
                ? Optional.empty()
                : Optional.of(new Breach((sent.isIntegralNumber() ? "integer_" : "decimal_") + code, shown(sent)));
    }

    /** Only a number has a nearest one. */
    static Optional<JsonNode> nearest(JsonNode sent, BigDecimal limit) {
        return sent.isNumber() ? Optional.of(node(limit)) : Optional.empty();
    }

    /** A whole number as an integer, so that it is written as one. */
    static JsonNode node(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        boolean small = plain.scale() <= 0 && plain.precision() - plain.scale() < INT_DIGITS;
        return small ? IntNode.valueOf(plain.intValueExact()) : DecimalNode.valueOf(number);
    }

    private static String shown(JsonNode number) {
        String text = number.asText();
        return text.length() > SHOWN_DIGITS ? "another number" : text;
    }
}
