package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** A least or greatest number. A value that is no number, such as null or a word for no limit, is outside. */
public record NumberLimit(Side side, BigDecimal limit) implements Bound {

    enum Side {
        MINIMUM("minimum", "at least ", "below_min_value"),
        MAXIMUM("maximum", "at most ", "above_max_value");

        private final String keyword;
        private final String words;
        private final String code;

        Side(String keyword, String words, String code) {
            this.keyword = keyword;
            this.words = words;
            this.code = code;
        }

        boolean allows(int order) {
            return this == MINIMUM ? order >= 0 : order <= 0;
        }
    }

    public static NumberLimit atLeast(BigDecimal limit) {
        return new NumberLimit(Side.MINIMUM, limit);
    }

    public static NumberLimit atMost(BigDecimal limit) {
        return new NumberLimit(Side.MAXIMUM, limit);
    }

    @Override
    public Optional<Breach> breach(JsonNode sent) {
        if (!sent.isNumber()) {
            return Optional.of(new Breach("invalid_type", "no number"));
        }
        if (side.allows(sent.decimalValue().compareTo(limit))) {
            return Optional.empty();
        }
        String type = sent.isIntegralNumber() ? "integer_" : "decimal_";
        return Optional.of(new Breach(type + side.code, Numbers.shown(sent)));
    }

    @Override
    public String words() {
        return side.words + limit.toPlainString();
    }

    @Override
    public ObjectNode schema() {
        return Bound.schema(side.keyword, Numbers.node(limit));
    }

    /** Only a number has a nearest one. */
    @Override
    public Optional<JsonNode> nearest(JsonNode sent) {
        return sent.isNumber() ? Optional.of(Numbers.node(limit)) : Optional.empty();
    }
}
