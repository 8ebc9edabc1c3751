package dev.ephemint.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/**
 * Writes a model of the contract in any Jackson 2 mapper as {@link ContractJson} writes it, regardless of the mapper's
 * settings. The models name it in an annotation, so a stock mapper finds it without a module.
 */
public final class ModelWriter extends JsonSerializer<Object> {

    @Override
    public void serialize(Object model, JsonGenerator out, SerializerProvider provider) throws IOException {
        ContractJson.mapper().writeValue(out, model);
    }

    /** A model has its type in {@code type}. */
    @Override
    public void serializeWithType(
            Object model, JsonGenerator out, SerializerProvider provider, TypeSerializer typeWriter)
            throws IOException {
        serialize(model, out, provider);
    }
}
