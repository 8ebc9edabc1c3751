package dev.ephemint.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserSequence;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a union by {@code type}; an unknown or missing type becomes a class that keeps every member. Only the members before
 * {@code type} are buffered, and vendors write it first.
 */
final class UnionReader<T> extends JsonDeserializer<T> {

    private static final String TYPE = "type";

    private final Class<T> union;
    private final Map<String, Class<? extends T>> kinds;
    private final Class<? extends T> unknown;

    /** By class: to find one, Jackson reads the annotations of the class each time. */
    private final Map<Class<?>, JsonDeserializer<Object>> readers = new ConcurrentHashMap<>();

    UnionReader(Class<T> union, Map<String, Class<? extends T>> kinds, Class<? extends T> unknown) {
        this.union = union;
        this.kinds = kinds;
        this.unknown = unknown;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            return union.cast(reader(unknown, context).deserialize(parser, context));
        }
        try (TokenBuffer members = context.bufferForInputBuffering(parser)) {
            members.writeStartObject();
            @Nullable String name = parser.nextFieldName();
            while (name != null && !name.equals(TYPE)) {
                members.copyCurrentStructure(parser);
                name = parser.nextFieldName();
            }
            if (name == null) {
                members.writeEndObject();
                return read(members.asParser(parser), unknown, context);
            }
            Class<? extends T> kind = kind(parser, members);
            return read(JsonParserSequence.createFlattened(false, members.asParser(parser), parser), kind, context);
        }
    }

    private T read(JsonParser members, Class<? extends T> kind, DeserializationContext context) throws IOException {
        members.nextToken();
        return union.cast(reader(kind, context).deserialize(members, context));
    }

    private JsonDeserializer<Object> reader(Class<? extends T> kind, DeserializationContext context)
            throws JsonMappingException {
        @Nullable JsonDeserializer<Object> known = readers.get(kind);
        if (known != null) {
            return known;
        }
        JsonDeserializer<Object> found = context.findRootValueDeserializer(context.constructType(kind));
        readers.put(kind, found);
        return found;
    }

    /** Of the member that the parser is at. */
    private Class<? extends T> kind(JsonParser parser, TokenBuffer members) throws IOException {
        JsonToken token = parser.nextToken();
        members.writeFieldName(TYPE);
        if (token == JsonToken.VALUE_STRING) {
            String type = parser.getText();
            members.writeString(type);
            return kinds.getOrDefault(type, unknown);
        }
        members.copyCurrentStructure(parser);
        return unknown;
    }
}
