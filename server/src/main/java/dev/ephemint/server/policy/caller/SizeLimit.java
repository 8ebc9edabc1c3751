package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The greatest length of a text, in characters, or of a list. Null is within: it has no length. */
public record SizeLimit(Kind kind, int limit) implements Bound {

    enum Kind {
        TEXT(JsonNodeType.STRING, "maxLength", "character", "string_above_max_length", "no text"),
        LIST(JsonNodeType.ARRAY, "maxItems", "item", "array_above_max_length", "no list");

        private final JsonNodeType type;
        private final String keyword;
        private final String unit;
        private final String code;
        private final String otherType;

        Kind(JsonNodeType type, String keyword, String unit, String code, String otherType) {
            this.type = type;
            this.keyword = keyword;
            this.unit = unit;
            this.code = code;
            this.otherType = otherType;
        }
    }

    public static SizeLimit characters(int limit) {
        return new SizeLimit(Kind.TEXT, limit);
    }

    public static SizeLimit items(int limit) {
        return new SizeLimit(Kind.LIST, limit);
    }

    /** Whether a value beyond it can be cut: a text is not. */
    public boolean cuts() {
        return kind == Kind.LIST;
    }

    @Override
    public Optional<Breach> breach(JsonNode sent) {
        if (sent.isNull()) {
            return Optional.empty();
        }
        if (sent.getNodeType() != kind.type) {
            return Optional.of(new Breach("invalid_type", kind.otherType));
        }
        int size = sent.isTextual() ? (int) sent.textValue().codePoints().count() : sent.size();
        return size <= limit ? Optional.empty() : Optional.of(new Breach(kind.code, String.valueOf(size)));
    }

    @Override
    public String words() {
        return "at most " + limit + " " + kind.unit + (limit == 1 ? "" : "s");
    }

    @Override
    public ObjectNode schema() {
        return Bound.schema(kind.keyword, IntNode.valueOf(limit));
    }

    /** The first items. */
    @Override
    public Optional<JsonNode> nearest(JsonNode sent) {
        if (!cuts() || !sent.isArray()) {
            return Optional.empty();
        }
        ArrayNode first = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < limit; i++) {
            first.add(sent.get(i));
        }
        return Optional.of(first);
    }
}
