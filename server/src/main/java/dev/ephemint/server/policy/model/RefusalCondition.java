package dev.ephemint.server.policy.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What of a member a vendor refuses. */
public sealed interface RefusalCondition {

    /** The refused text, empty where the member itself is refused; nothing where the vendor accepts it. */
    Optional<String> refused(JsonNode parent, JsonNode member);

    /** Any value; an explicit null is always accepted, it means off. */
    record Given() implements RefusalCondition {

        @Override
        public Optional<String> refused(JsonNode parent, JsonNode member) {
            return Optional.of("").filter(any -> !member.isMissingNode() && !member.isNull());
        }
    }

    /** No member in an object that is there. */
    record Absent() implements RefusalCondition {

        @Override
        public Optional<String> refused(JsonNode parent, JsonNode member) {
            return Optional.of("").filter(any -> parent.isObject() && member.isMissingNode());
        }
    }

    /** A text in which the pattern is found, also as an item of a list. */
    record Matches(Pattern pattern) implements RefusalCondition {

        @Override
        public Optional<String> refused(JsonNode parent, JsonNode member) {
            return first(member, text -> pattern.matcher(text).find());
        }
    }

    /** A text of more characters. */
    record LongerThan(int most) implements RefusalCondition {

        @Override
        public Optional<String> refused(JsonNode parent, JsonNode member) {
            return first(member, text -> length(text) > most);
        }
    }

    /** In characters, as the vendors count. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The first text that is refused: the member's own, or an item of its list. */
    private static Optional<String> first(JsonNode member, Predicate<String> refused) {
        if (!member.isArray()) {
            return Optional.ofNullable(member.textValue()).filter(refused);
        }
        for (JsonNode item : member) {
            Optional<String> text = Optional.ofNullable(item.textValue()).filter(refused);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }
}
