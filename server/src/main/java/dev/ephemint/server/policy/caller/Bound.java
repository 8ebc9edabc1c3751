package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What a member that is present may be: a closed set. */
public sealed interface Bound permits Bound.Constant, Bound.Allowed, Bound.Absent, NumberLimit, SizeLimit {

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

    /** One keyword of JSON Schema. */
    static ObjectNode schema(String keyword, JsonNode value) {
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
}
