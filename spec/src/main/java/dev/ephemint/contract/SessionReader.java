package dev.ephemint.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.model.UnknownSession;
import java.io.IOException;
import java.util.Map;

/** Reads a union of sessions by {@code type}, and what has another type, or none, as {@link UnknownSession}. */
final class SessionReader<T> extends JsonDeserializer<T> {

    private final Class<T> union;
    private final Map<String, Class<? extends T>> kinds;

    SessionReader(Class<T> union, Map<String, Class<? extends T>> kinds) {
        this.union = union;
        this.kinds = kinds;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = context.readTree(parser);
        return union.cast(context.readTreeAsValue(tree, kind(tree)));
    }

    private Class<?> kind(JsonNode tree) {
        JsonNode type = tree.path("type");
        Class<? extends T> known = type.isTextual() ? kinds.get(type.textValue()) : null;
        return known == null ? UnknownSession.class : known;
    }
}
