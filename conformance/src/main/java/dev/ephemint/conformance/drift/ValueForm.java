package dev.ephemint.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.record.LengthClass;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a value that is another one with every request.
 *
 * @param shape prefix or unit
 * @param length empty if it is not known
 */
record ValueForm(String shape, Optional<LengthClass> length) {
    private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}");
    private static final Pattern PREFIX = Pattern.compile("(ek_)tape_(jwt_|opaque_)?.*|([A-Za-z]{1,10}[-_]).+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");
    private static final Pattern NUMBERED =
            Pattern.compile("(tape[-_](?:(?:jwt|opaque)_)?(?:(?:short|medium|long)[-_])?"
                    + "|00000000-0000-4000-8000-)[a-z0-9]+|[a-z]+(?=@tape)");
    private static final int SECONDS = 10;
    private static final int MILLISECONDS = 13;

    static ValueForm ofTime(JsonNode time) {
        String text = time.asText();
        if (!time.isNumber()) {
            return new ValueForm(DATE.matcher(text).matches() ? "ISO 8601" : "text", Optional.empty());
        }
        String unit =
                switch (text.length()) {
                    case SECONDS -> "seconds since 1970";
                    case MILLISECONDS -> "milliseconds since 1970";
                    default -> text.equals("0") ? "zero" : "a number of " + text.length() + " characters";
                };
        return new ValueForm(unit, Optional.empty());
    }

    static ValueForm ofId(String id) {
        if (UUID.matcher(id).matches()) {
            return new ValueForm("UUID", Optional.empty());
        }
        Matcher prefix = PREFIX.matcher(id);
        String shape = !prefix.matches()
                ? "no prefix"
                : prefix.group(3) != null
                        ? prefix.group(3)
                        : Optional.ofNullable(prefix.group(2)).orElse("ek_");
        return new ValueForm(shape, LengthClass.shownBy(id));
    }

    /** A text whose placeholders have lost their numbers: they depend on what else the exchange holds. */
    static String unnumbered(String text) {
        return NUMBERED.matcher(text).replaceAll("$1");
    }

    boolean agrees(ValueForm other) {
        return shape.equals(other.shape) && (length.isEmpty() || other.length.isEmpty() || length.equals(other.length));
    }

    @Override
    public String toString() {
        return shape + length.map(known -> ", " + known.word()).orElse("");
    }
}
