package dev.ephemint.contract.jackson3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.ModelMismatch;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;

/** Reads a model of the contract with Jackson 3. */
final class Jackson3ModelReader extends ValueDeserializer<Object> {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final Class<?> model;

    Jackson3ModelReader(Class<?> model) {
        this.model = model;
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) {
        JsonNode tree = tree(in, context);
        try {
            return ContractJson.mapper().treeToValue(tree, model);
        } catch (JsonProcessingException mismatch) {
            return context.reportInputMismatch(model, "%s", ModelMismatch.message(model, mismatch));
        }
    }

    /** A model has its type in {@code type}. */
    @Override
    public Object deserializeWithType(JsonParser in, DeserializationContext context, TypeDeserializer typeReader) {
        return deserialize(in, context);
    }

    private JsonNode tree(JsonParser in, DeserializationContext context) {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in, context);
            case START_ARRAY -> array(in, context);
            case VALUE_STRING -> NODES.textNode(in.getString());
            case VALUE_NUMBER_INT -> integer(in);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(in.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> context.reportInputMismatch(model, "Unexpected token %s", in.currentToken());
        };
    }

    private static JsonNode integer(JsonParser in) {
        return switch (in.getNumberType()) {
            case INT -> NODES.numberNode(in.getIntValue());
            case LONG -> NODES.numberNode(in.getLongValue());
            default -> NODES.numberNode(in.getBigIntegerValue());
        };
    }

    /** A repeated member is ambiguous. */
    private ObjectNode object(JsonParser in, DeserializationContext context) {
        ObjectNode object = NODES.objectNode();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            if (object.has(name)) {
                context.reportInputMismatch(model, "Duplicate member '%s'", name);
            }
            object.set(name, tree(in, context));
        }
        return object;
    }

    private ArrayNode array(JsonParser in, DeserializationContext context) {
        ArrayNode array = NODES.arrayNode();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            array.add(tree(in, context));
        }
        return array;
    }
}
