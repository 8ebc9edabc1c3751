package dev.ephemint.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model of the contract in any Jackson 2 mapper as {@link ContractJson} reads it, regardless of the mapper's settings.
 * The models name it in an annotation, so a stock mapper finds it without a module.
 */
public final class ModelReader extends JsonDeserializer<Object> implements ContextualDeserializer {

    /** Text after the model belongs to the caller's document; a repeated member is ambiguous. */
    private static final ObjectReader READER =
            ContractJson.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Class<?> model;

    /** For any model; the context has its class. */
    public ModelReader() {
        this(Object.class);
    }

    private ModelReader(Class<?> model) {
        this.model = model;
    }

    @Override
    public ModelReader createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType type = context.getContextualType();
        return type == null ? this : new ModelReader(type.getRawClass());
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
        JsonNode tree = READER.readTree(in);
        try {
            return ContractJson.mapper().treeToValue(tree, model);
        } catch (JsonMappingException mismatch) {
            return context.reportInputMismatch(model, "%s", ModelMismatch.message(model, mismatch));
        }
    }

    /** A model has its type in {@code type}. */
    @Override
    public Object deserializeWithType(JsonParser in, DeserializationContext context, TypeDeserializer typeReader)
            throws IOException {
        return deserialize(in, context);
    }
}
