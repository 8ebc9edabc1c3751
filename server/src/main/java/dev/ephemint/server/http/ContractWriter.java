package dev.ephemint.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.http.gate.ContractModels;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes models of the contract, and responses that hold more than the contract has. */
final class ContractWriter extends BytesWriter<Object> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return ContractModels.isModel(type) || type.equals(ObjectNode.class);
    }

    @Override
    byte[] bytes(Object model) throws IOException {
        return ContractJson.mapper().writeValueAsBytes(model);
    }
}
