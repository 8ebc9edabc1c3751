package dev.ephemint.server.policy.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
            return texts(member).filter(text -> pattern.matcher(text).find()).findFirst();
        }
    }

    /** A text of more characters. */
    record LongerThan(int most) implements RefusalCondition {

        @Override
        public Optional<String> refused(JsonNode parent, JsonNode member) {
            return texts(member).filter(text -> length(text) > most).findFirst();
        }
    }

    /** In characters, as the vendors count. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Stream<String> texts(JsonNode member) {
        Stream<JsonNode> nodes =
                member.isArray() ? StreamSupport.stream(member.spliterator(), false) : Stream.of(member);
        return nodes.filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
