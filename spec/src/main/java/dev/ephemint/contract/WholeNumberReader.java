package dev.ephemint.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads an integer as JSON Schema defines it: 60, 60.0 and 6e1 are integers, 500.5 is not. */
final class WholeNumberReader extends StdScalarDeserializer<Long> {

    private static final long serialVersionUID = 1L;

    WholeNumberReader() {
        super(Long.class);
    }

    @Override
    public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            BigDecimal number = parser.getDecimalValue();
            try {
                return number.longValueExact();
            } catch (ArithmeticException fraction) {
                return (Long) context.handleWeirdNumberValue(Long.class, number, "no 64-bit integer");
            }
        }
        return _parseLong(parser, context, Long.class);
    }
}
