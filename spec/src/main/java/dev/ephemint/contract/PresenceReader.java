package dev.ephemint.contract;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.ReferenceTypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads {@link JsonNullable} without treating a blank text as absent, as jackson-databind-nullable 0.2.11 does. */
final class PresenceReader extends ReferenceTypeDeserializer<JsonNullable<Object>> {

    private static final long serialVersionUID = 1L;

    PresenceReader(
            JavaType type,
            @Nullable ValueInstantiator instantiator,
            @Nullable TypeDeserializer typeReader,
            @Nullable JsonDeserializer<?> reader) {
        super(type, instantiator, typeReader, reader);
    }

    @Override
    protected PresenceReader withResolved(@Nullable TypeDeserializer typeReader, JsonDeserializer<?> reader) {
        return new PresenceReader(_fullType, _valueInstantiator, typeReader, reader);
    }

    @Override
    public JsonNullable<Object> getNullValue(DeserializationContext context) {
        return JsonNullable.of(null);
    }

    @Override
    public JsonNullable<Object> getEmptyValue(DeserializationContext context) {
        return JsonNullable.undefined();
    }

    @Override
    public JsonNullable<Object> getAbsentValue(DeserializationContext context) {
        return JsonNullable.undefined();
    }

    @Override
    public JsonNullable<Object> referenceValue(Object contents) {
        return JsonNullable.of(contents);
    }

    @Override
    public JsonNullable<Object> updateReference(JsonNullable<Object> reference, Object contents) {
        return JsonNullable.of(contents);
    }

    @Override
    public Object getReferenced(JsonNullable<Object> reference) {
        return reference.get();
    }
}
