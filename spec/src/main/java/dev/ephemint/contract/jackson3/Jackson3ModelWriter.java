package dev.ephemint.contract.jackson3;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Writes a model of the contract with Jackson 3. */
final class Jackson3ModelWriter extends ValueSerializer<Object> {

    @Override
    public void serialize(Object model, JsonGenerator out, SerializationContext context) {
        write(ContractJson.mapper().valueToTree(model), out);
    }

    /** A model has its type in {@code type}. */
    @Override
    public void serializeWithType(
            Object model, JsonGenerator out, SerializationContext context, TypeSerializer typeWriter) {
        serialize(model, out, context);
    }

    private static void write(JsonNode node, JsonGenerator out) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, out);
            case ARRAY -> {
                out.writeStartArray();
                node.forEach(item -> write(item, out));
                out.writeEndArray();
            }
            case STRING -> out.writeString(node.textValue());
            case NUMBER -> writeNumber(node, out);
            case BOOLEAN -> out.writeBoolean(node.booleanValue());
            default -> out.writeNull();
        }
    }

    private static void writeObject(JsonNode node, JsonGenerator out) {
        out.writeStartObject();
        node.properties().forEach(member -> {
            out.writeName(member.getKey());
            write(member.getValue(), out);
        });
        out.writeEndObject();
    }

    private static void writeNumber(JsonNode node, JsonGenerator out) {
        if (node.isIntegralNumber()) {
            out.writeNumber(node.bigIntegerValue());
        } else {
            out.writeNumber(node.decimalValue());
        }
    }
}
