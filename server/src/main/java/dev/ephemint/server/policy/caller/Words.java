package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Values of a policy, as messages show them: a bounded number, each of a bounded length. */
final class Words {

    private static final int MAX_NAMED = 10;
    private static final int MAX_LENGTH = 64;

    private Words() {}

    /** {@code 'en', 'de' or null}. */
    static String anyOf(Collection<JsonNode> values) {
        List<String> named = values.stream().limit(MAX_NAMED).map(Words::value).toList();
        int last = named.size() - 1;
        if (values.size() > MAX_NAMED) {
            return String.join(", ", named) + " and " + (values.size() - MAX_NAMED) + " more";
        }
        return last <= 0
                ? String.join("", named)
                : String.join(", ", named.subList(0, last)) + " or " + named.get(last);
    }

    static String value(JsonNode value) {
        String text = value.isTextual() ? "'" + value.textValue() + "'" : value.toString();
        return text.codePointCount(0, text.length()) > MAX_LENGTH
                ? text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)) + "..."
                : text;
    }

    static String texts(Collection<String> values) {
        return values.stream()
                .sorted()
                .map(text -> "'" + text + "'")
                .limit(MAX_NAMED)
                .collect(Collectors.joining(", "));
    }
}
