package dev.ephemint.server.schema;

import java.util.stream.Collectors;

/** What a schema's keywords demand, for the reader of a configuration; no value of the tree is repeated. */
final class PlainWording {

    private PlainWording() {}

    static SchemaProblem problem(Finding finding) {
        boolean unknown = "additionalProperties".equals(finding.keyword());
        return new SchemaProblem(finding.param(), unknown, finding.expected(), message(finding));
    }

    private static String message(Finding finding) {
        String values = String.join(", ", finding.expected());
        return switch (finding.keyword()) {
            case "type" -> "must be " + types(finding);
            case "required" -> "is missing";
            case "additionalProperties" -> "unknown setting";
            case "const" -> "must be " + values;
            case "enum" -> "must be one of " + values;
            case "minimum" -> "must be at least " + values;
            case "maximum" -> "must be at most " + values;
            case "minLength" -> "must have at least " + values + " characters";
            case "maxLength" -> "must have at most " + values + " characters";
            case "minItems" -> "must have at least " + values + " items";
            case "maxItems" -> "must have at most " + values + " items";
            case "minProperties" -> "must have at least " + values + " members";
            case "maxProperties" -> "must have at most " + values + " members";
            case "uniqueItems" -> "must not repeat an item";
            case "pattern" -> "must match " + values;
            default -> "does not match the schema (" + finding.keyword() + ")";
        };
    }

    private static String types(Finding finding) {
        return finding.expected().stream()
                .map(type -> switch (type) {
                    case "string" -> "a text (quote it if it looks like a number)";
                    case "object" -> "a mapping";
                    case "array" -> "a list";
                    case "boolean" -> "true or false";
                    case "integer" -> "a whole number";
                    default -> "a " + type;
                })
                .collect(Collectors.joining(" or "));
    }
}
