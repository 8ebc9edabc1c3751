package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a member that is present may be: a closed set. */
public sealed interface Bound {

    /** What is wrong with a value; empty if nothing is. */
    Optional<Breach> breach(JsonNode value);

    /** What is allowed, as it continues "the policy allows". */
    String words();

    /** The same as JSON Schema. */
    ObjectNode schema();

    /** The nearest value within the bound; empty if there is none. */
    default Optional<JsonNode> nearest(JsonNode value) {
        return Optional.empty();
    }

    private static ObjectNode schema(String keyword, JsonNode value) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        return schema.set(keyword, value);
    }

    /** One value. */
    record Constant(JsonNode value) implements Bound {

        @Override
        public Optional<Breach> breach(JsonNode sent) {
            return Trees.same(value, sent) ? Optional.empty() : Optional.of(new Breach("invalid_value", ""));
        }

        @Override
        public String words() {
            return "only " + Words.value(value);
        }

        @Override
        public ObjectNode schema() {
            return Bound.schema("const", value);
        }

        @Override
        public Optional<JsonNode> nearest(JsonNode sent) {
            return Optional.of(value);
        }
    }

    /** One of several values. */
    record Allowed(List<JsonNode> values) implements Bound {

        public Allowed {
            values = List.copyOf(values);
        }

        @Override
        public Optional<Breach> breach(JsonNode sent) {
            return values.stream().anyMatch(value -> Trees.same(value, sent))
                    ? Optional.empty()
                    : Optional.of(new Breach("invalid_value", ""));
        }

        @Override
        public String words() {
            return "only " + Words.anyOf(values);
        }

        @Override
        public ObjectNode schema() {
            return Bound.schema("enum", JsonNodeFactory.instance.arrayNode().addAll(values));
        }
    }

    /** No value at all. */
    record Absent() implements Bound {

        @Override
        public Optional<Breach> breach(JsonNode sent) {
            return Optional.of(new Breach("unsupported_parameter", ""));
        }

        @Override
        public String words() {
            return "no value";
        }

        @Override
        public ObjectNode schema() {
            return Bound.schema("not", JsonNodeFactory.instance.objectNode());
        }
    }

    /** A least number. A value that is no number, such as null or a word for no limit, is outside. */
    record Minimum(BigDecimal limit) implements Bound {

        @Override
        public Optional<Breach> breach(JsonNode sent) {
            return Numbers.breach(sent, "below_min_value", number -> number.compareTo(limit) >= 0);
        }

        @Override
        public String words() {
            return "at least " + limit.toPlainString();
        }

        @Override
        public ObjectNode schema() {
            return Bound.schema("minimum", Numbers.node(limit));
        }

        @Override
        public Optional<JsonNode> nearest(JsonNode sent) {
            return Numbers.nearest(sent, limit);
        }
    }

    /** A greatest number. A value that is no number, such as null or a word for no limit, is outside. */
    record Maximum(BigDecimal limit) implements Bound {

        @Override
        public Optional<Breach> breach(JsonNode sent) {
            return Numbers.breach(sent, "above_max_value", number -> number.compareTo(limit) <= 0);
        }

        @Override
        public String words() {
            return "at most " + limit.toPlainString();
        }

        @Override
        public ObjectNode schema() {
            return Bound.schema("maximum", Numbers.node(limit));
        }

        @Override
        public Optional<JsonNode> nearest(JsonNode sent) {
            return Numbers.nearest(sent, limit);
        }
    }

    /** A longest text, in characters. Null is within: it is no text. */
    record MaxLength(int limit) implements Bound {

        @Override
        public Optional<Breach> breach(JsonNode sent) {
            if (sent.isNull()) {
                return Optional.empty();
            }
            if (!sent.isTextual()) {
                return Optional.of(new Breach("invalid_type", "no text"));
            }
            int length = sent.textValue().codePointCount(0, sent.textValue().length());
            return length <= limit
                    ? Optional.empty()
                    : Optional.of(new Breach("string_above_max_length", String.valueOf(length)));
        }

        @Override
        public String words() {
            return "at most " + limit + " characters";
        }

        @Override
        public ObjectNode schema() {
            return Bound.schema("maxLength", IntNode.valueOf(limit));
        }
    }

    /** A longest list. Null is within: it is no list. */
    record MaxItems(int limit) implements Bound {

        @Override
        public Optional<Breach> breach(JsonNode sent) {
            if (sent.isNull()) {
                return Optional.empty();
            }
            if (!sent.isArray()) {
                return Optional.of(new Breach("invalid_type", "no list"));
            }
            return sent.size() <= limit
                    ? Optional.empty()
                    : Optional.of(new Breach("array_above_max_length", String.valueOf(sent.size())));
        }

        @Override
        public String words() {
            return "at most " + limit + (limit == 1 ? " item" : " items");
        }

        @Override
        public ObjectNode schema() {
            return Bound.schema("maxItems", IntNode.valueOf(limit));
        }

        /** The first items. */
        @Override
        public Optional<JsonNode> nearest(JsonNode sent) {
            if (!sent.isArray()) {
                return Optional.empty();
            }
            ArrayNode first = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < limit; i++) {
                first.add(sent.get(i));
            }
            return Optional.of(first);
        }
    }
}
