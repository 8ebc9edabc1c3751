package dev.ephemint.server.http.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.FlatTranscriptionSessionRequest;
import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.RequestRejectedException;
import dev.ephemint.server.mint.shape.Repair;
import dev.ephemint.server.mint.shape.Repair.Repaired;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The gate: a body becomes a model of the contract only if the contract allows it. */
public final class ContractReader implements MessageBodyReader<Object> {

    private final RequestBody body;
    private final SchemaGate gate = SchemaGate.ofContract();
    private final Repair repair;

    @Inject
    private Provider<ContainerRequestContext> request;

    public ContractReader(int maxBytes, Repair repair) {
        this.body = new RequestBody(maxBytes);
        this.repair = repair;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return ContractModels.isModel(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException, WebApplicationException {
        body.rejectDeclaredLength(headers.getFirst(HttpHeaders.CONTENT_LENGTH));
        byte[] bytes = body.read(stream);
        // Also if no type is declared: a browser sends that to a foreign site without a preflight, but not JSON.
        if (bytes.length > 0 && !isJson(media)) {
            throw new NotSupportedException();
        }
        rejectEncoding(headers.getFirst(HttpHeaders.CONTENT_ENCODING));
        Repaired repaired = repair.apply(body.parse(bytes), type.equals(FlatTranscriptionSessionRequest.class));
        Repairs.remember(request.get(), repaired);
        ObjectNode tree = repaired.body();
        gate.check(type.getSimpleName(), tree);
        return bind(tree, type);
    }

    /** A wildcard is compatible with JSON, and names no type at all. */
    private static boolean isJson(MediaType media) {
        return media.getType().equalsIgnoreCase("application")
                && media.getSubtype().equalsIgnoreCase("json");
    }

    private static void rejectEncoding(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new RequestRejectedException(FailureResponse.invalidRequest(
                    415, "unsupported_content_encoding", "The body of the request must not be encoded."));
        }
    }

    /** Rejects what the schema allows and the class does not: {@code 600.0} for an integer. */
    private static Object bind(ObjectNode tree, Class<Object> type) throws JsonProcessingException {
        try {
            return ContractJson.mapper().treeToValue(tree, type);
        } catch (JsonMappingException mismatch) {
            String param = mismatch.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("."));
            throw new RequestRejectedException(
                    FailureResponse.invalidRequest(400, "invalid_type", "Invalid type for '" + param + "'.")
                            .withParam(param));
        }
    }
}
