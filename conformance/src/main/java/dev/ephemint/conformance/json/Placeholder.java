package dev.ephemint.conformance.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What an expectation may say instead of a value: {@code {{string}}}, {@code {{~ pattern}}} and the like. */
public final class Placeholder {
    private static final Pattern FORM = Pattern.compile("\\{\\{(.+)}}", Pattern.DOTALL);
    private static final Map<String, Predicate<JsonNode>> KINDS = Map.of(
            "any", node -> true,
            "string", JsonNode::isTextual,
            "integer", JsonNode::isIntegralNumber,
            "object", JsonNode::isObject,
            "array", JsonNode::isArray);

    private final Predicate<JsonNode> predicate;

    private Placeholder(Predicate<JsonNode> predicate) {
        this.predicate = predicate;
    }

    static Optional<Placeholder> of(JsonNode expected) {
        return expected.isTextual() ? of(expected.textValue()) : Optional.empty();
    }

    /** The placeholder that the text stands for, if it is one. */
    public static Optional<Placeholder> of(String text) {
        return Optional.of(FORM.matcher(text))
                .filter(matcher -> matcher.matches())
                .map(matcher -> new Placeholder(predicate(matcher.group(1).strip())));
    }

    private static Predicate<JsonNode> predicate(String kind) {
        if (kind.startsWith("~")) {
            Predicate<String> matches =
                    Pattern.compile(kind.substring(1).strip()).asMatchPredicate();
            return node -> node.isTextual() && matches.test(node.textValue());
        }
        return Optional.ofNullable(KINDS.get(kind))
                .orElseThrow(() -> new IllegalArgumentException("no placeholder {{" + kind + "}}"));
    }

    public boolean accepts(JsonNode actual) {
        return predicate.test(actual);
    }
}
