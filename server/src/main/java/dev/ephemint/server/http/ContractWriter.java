package dev.ephemint.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.http.gate.ContractModels;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes models of the contract, and responses that hold more than the contract has. */
final class ContractWriter implements MessageBodyWriter<Object> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return ContractModels.isModel(type) || type.equals(ObjectNode.class);
    }

    @Override
    public void writeTo(
            Object model,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        byte[] json = ContractJson.mapper().writeValueAsBytes(model);
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, json.length);
        stream.write(json);
    }
}
