package dev.ephemint.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Error codes and messages for schema violations, worded as the vendor words them. Recorded are unknown_parameter, missing_required_parameter and
 * integer_below_min_value (2026-09), string_above_max_length (2026-07-29) and invalid_type (openai-go issue 502); the
 * others follow the same form. No text of the body is repeated, because it may be a secret.
 */
final class Wording {

    private Wording() {}

    static Violation violation(Finding finding) {
        return switch (finding.keyword()) {
            case "type" -> type(finding);
            case "required" -> said(finding, "missing_required_parameter", "Missing required parameter: '%s'.");
            case "additionalProperties" -> said(finding, "unknown_parameter", "Unknown parameter: '%s'.");
            case "const" ->
                said(finding, "invalid_value", "Invalid value for '%s'. Supported values are: " + quoted(finding));
            case "minimum" -> range(finding, "below_min_value", "below minimum value. Expected a value >= ");
            case "maximum" -> range(finding, "above_max_value", "above maximum value. Expected a value <= ");
            case "minLength" -> length(finding, "below_min_length", "short. Expected a string with minimum length ");
            case "maxLength" -> length(finding, "above_max_length", "long. Expected a string with maximum length ");
            case "minItems" -> items(finding, "below_min_length", "short. Expected an array with minimum length ");
            case "maxItems" -> items(finding, "above_max_length", "long. Expected an array with maximum length ");
            default -> said(finding, "invalid_value", "Invalid value for '%s'.");
        };
    }

    private static Violation type(Finding finding) {
        String name = finding.param().isEmpty() ? "" : " for '%s'";
        return said(
                finding,
                "invalid_type",
                "Invalid type" + name + ": expected " + expected(finding) + ", but got " + kind(finding.body())
                        + " instead.");
    }

    private static Violation range(Finding finding, String code, String words) {
        String number = finding.integer() ? "integer" : "decimal";
        return said(finding, number + "_" + code, "Invalid '%s': " + number + " " + words + only(finding) + ".");
    }

    private static Violation length(Finding finding, String code, String words) {
        String text = finding.body().asText();
        return said(
                finding,
                "string_" + code,
                "Invalid '%s': string too " + words + only(finding) + ", but got a string with length "
                        + text.codePointCount(0, text.length()) + " instead.");
    }

    private static Violation items(Finding finding, String code, String words) {
        return said(
                finding,
                "array_" + code,
                "Invalid '%s': array too " + words + only(finding) + ", but got an array with length "
                        + Judged.sizeOf(finding.body()) + " instead.");
    }

    private static Violation said(Finding finding, String code, String message) {
        String param = finding.param();
        return new Violation(param.isEmpty() ? null : param, code, message.replace("%s", param));
    }

    private static String only(Finding finding) {
        return String.join(", ", finding.expected());
    }

    private static String quoted(Finding finding) {
        List<String> words =
                finding.expected().stream().map(word -> "'" + word + "'").toList();
        int last = words.size() - 1;
        String others = String.join(", ", words.subList(0, last));
        String and = last == 0 ? "" : last == 1 ? " and " : ", and ";
        return others + and + words.get(last) + ".";
    }

    private static String expected(Finding finding) {
        String kinds = finding.expected().stream()
                .filter(kind -> finding.expected().size() == 1 || !"null".equals(kind))
                .map(Wording::withArticle)
                .collect(Collectors.joining(" or "));
        return kinds.contains(" or ") ? "one of " + kinds : kinds;
    }

    private static String kind(JsonNode body) {
        if (body.isNumber()) {
            return withArticle(body.isIntegralNumber() ? "integer" : "number");
        }
        return withArticle(body.getNodeType().name().toLowerCase(Locale.ROOT));
    }

    private static String withArticle(String kind) {
        return switch (kind) {
            case "null" -> kind;
            case "object", "array", "integer" -> "an " + kind;
            default -> "a " + kind;
        };
    }
}
