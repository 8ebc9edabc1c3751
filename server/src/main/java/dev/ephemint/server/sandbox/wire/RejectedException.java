package dev.ephemint.server.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rejected request, in OpenAI's words. Recorded word by word: {@code unknown_parameter} and {@code invalid_value}
 * (socket, 2026-09-18), {@code invalid_type} (openai-go issue 502), {@code missing_required_parameter} (2026-09-24),
 * {@code integer_below_min_value} in part (2026-09-18); the decimal and the upper limits are worded after that.
 */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable String param;

    public RejectedException(String message, String code, @Nullable String param) {
        super(message, null, false, false);
        this.code = code;
        this.param = param;
    }

    public String code() {
        return code;
    }

    public Optional<String> param() {
        return Optional.ofNullable(param);
    }

    /** The message that goes with the code and the parameter. */
    public String text() {
        return String.valueOf(getMessage());
    }

    public static RejectedException unknown(String path) {
        return new RejectedException("Unknown parameter: '" + path + "'.", "unknown_parameter", path);
    }

    public static RejectedException missing(String path) {
        return new RejectedException("Missing required parameter: '" + path + "'.", "missing_required_parameter", path);
    }

    public static RejectedException type(String path, String expected, JsonNode value) {
        String message =
                "Invalid type for '" + path + "': expected " + expected + ", but got " + kind(value) + " instead.";
        return new RejectedException(message, "invalid_type", path);
    }

    public static RejectedException value(String path, String value, List<String> supported) {
        String message = "Invalid value: '" + value + "'. Supported values are: " + listed(supported) + ".";
        return new RejectedException(message, "invalid_value", path);
    }

    public static RejectedException tooSmall(String path, JsonNode value, String least) {
        return limit(path, value, "below minimum value. Expected a value >= " + least, "below_min_value");
    }

    public static RejectedException tooLarge(String path, JsonNode value, String most) {
        return limit(path, value, "above maximum value. Expected a value <= " + most, "above_max_value");
    }

    private static RejectedException limit(String path, JsonNode value, String words, String code) {
        String number = value.isIntegralNumber() ? "integer" : "decimal";
        String message = "Invalid '" + path + "': " + number + " " + words + ", but got " + value + " instead.";
        return new RejectedException(message, number + "_" + code, path);
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "null";
            case OBJECT, ARRAY -> "an " + value.getNodeType().name().toLowerCase(Locale.ROOT);
            case NUMBER -> value.isIntegralNumber() ? "an integer" : "a decimal";
            default -> "a " + value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String listed(List<String> words) {
        List<String> quoted = words.stream().map(word -> "'" + word + "'").toList();
        int last = quoted.size() - 1;
        return switch (quoted.size()) {
            case 1 -> quoted.get(0);
            case 2 -> String.join(" and ", quoted);
            default -> String.join(", ", quoted.subList(0, last)) + ", and " + quoted.get(last);
        };
    }
}
