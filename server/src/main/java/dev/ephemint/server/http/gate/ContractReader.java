package dev.ephemint.server.http.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.FlatTranscriptionSessionRequest;
import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.RequestRejectedException;
import dev.ephemint.server.mint.shape.FlatRequest;
import dev.ephemint.server.mint.shape.NestedRequest;
import dev.ephemint.server.mint.shape.Repair;
import dev.ephemint.server.mint.shape.Repair.Repaired;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** The gate: a body reaches an operation only if the contract allows it. */
public final class ContractReader implements MessageBodyReader<Object> {

    private final RequestBody body;
    private final SchemaGate gate = SchemaGate.ofContract();
    private final Repair repair;

    public ContractReader(int maxBytes, Repair repair) {
        this.body = new RequestBody(maxBytes);
        this.repair = repair;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.equals(NestedRequest.class) || type.equals(FlatRequest.class);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws WebApplicationException {
        byte[] bytes = body.read(stream, headers.getFirst(HttpHeaders.CONTENT_LENGTH));
        // Also if no type is declared: a browser sends that to a foreign site without a preflight, but not JSON.
        if (bytes.length > 0 && !isJson(media)) {
            throw new NotSupportedException();
        }
        rejectEncoding(headers.getFirst(HttpHeaders.CONTENT_ENCODING));
        boolean flat = type.equals(FlatRequest.class);
        Repaired repaired = repair.apply(body.parse(bytes), flat);
        ObjectNode tree =
                admitted(repaired.body(), flat ? FlatTranscriptionSessionRequest.class : ClientSecretRequest.class);
        return flat ? new FlatRequest(tree, repaired.warnings()) : new NestedRequest(tree, repaired.warnings());
    }

    private ObjectNode admitted(ObjectNode tree, Class<?> model) {
        gate.check(model.getSimpleName(), tree);
        return ModelNumbers.asModel(tree, model);
    }

    /** A wildcard is compatible with JSON, and names no type at all. */
    private static boolean isJson(MediaType media) {
        return media.getType().equalsIgnoreCase("application")
                && media.getSubtype().equalsIgnoreCase("json");
    }

    static void rejectEncoding(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new RequestRejectedException(FailureResponse.invalidRequest(
                    415, "unsupported_content_encoding", "The body of the request must not be encoded."));
        }
    }
}
