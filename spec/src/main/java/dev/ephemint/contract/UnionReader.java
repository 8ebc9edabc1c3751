package dev.ephemint.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** Reads a union by {@code type}; an unknown or missing type becomes a class that keeps every member. */
final class UnionReader<T> extends JsonDeserializer<T> {

    private final Class<T> union;
    private final Map<String, Class<? extends T>> kinds;
    private final Class<? extends T> unknown;

    UnionReader(Class<T> union, Map<String, Class<? extends T>> kinds, Class<? extends T> unknown) {
        this.union = union;
        this.kinds = kinds;
        this.unknown = unknown;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = context.readTree(parser);
        return union.cast(context.readTreeAsValue(tree, kind(tree)));
    }

    private Class<? extends T> kind(JsonNode tree) {
        JsonNode type = tree.path("type");
        return type.isTextual() ? kinds.getOrDefault(type.textValue(), unknown) : unknown;
    }
}
