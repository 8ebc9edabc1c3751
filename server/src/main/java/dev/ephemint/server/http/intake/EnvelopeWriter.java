package dev.ephemint.server.http.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.Headers;
import dev.ephemint.server.http.filter.RequestId;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Responds in the envelope to what never reaches Jersey, with one line in the log. */
public final class EnvelopeWriter {

    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeWriter.class);

    private EnvelopeWriter() {}

    public static void write(Request request, Response response, FailureResponse failure, Callback callback) {
        String requestId = writeHead(response, failure);
        LOG.atInfo()
                .addKeyValue("request_id", requestId)
                .addKeyValue("status", failure.status())
                .addKeyValue("code", failure.code())
                .addKeyValue("client_address", Request.getRemoteAddr(request))
                .log("request rejected before routing");
        response.write(true, ByteBuffer.wrap(bytes(failure)), callback);
    }

    /** Without a line in the log. */
    static void write(Response response, FailureResponse failure, byte[] body, Callback callback) {
        writeHead(response, failure);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** Returns the id of the request. */
    private static String writeHead(Response response, FailureResponse failure) {
        String requestId = RequestId.random().id();
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(Headers.REQUEST_ID, requestId);
        headers.put("x-content-type-options", "nosniff");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.CONTENT_TYPE, "application/json");
        failure.headers().forEach(headers::put);
        response.setStatus(failure.status());
        return requestId;
    }

    static byte[] bytes(FailureResponse failure) {
        try {
            return ContractJson.mapper().writeValueAsBytes(failure.body());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
