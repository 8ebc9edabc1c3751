package dev.ephemint.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.Headers;
import dev.ephemint.server.http.filter.RequestId;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Responds in the envelope to what never reaches Jersey: invalid HTTP, or a head that is too large. */
final class EnvelopeErrorHandler extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeErrorHandler.class);

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        RequestId requestId = RequestId.random();
        response.getHeaders().put(Headers.REQUEST_ID, requestId.id());
        response.getHeaders().put("x-content-type-options", "nosniff");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        LOG.atInfo()
                .addKeyValue("request_id", requestId.id())
                .addKeyValue("status", status)
                .addKeyValue("client_address", Request.getRemoteAddr(request))
                .log("request rejected before routing");
        response.write(true, ByteBuffer.wrap(bytes(failure(status))), callback);
    }

    private static FailureResponse failure(int status) {
        return switch (status) {
            case 414 -> FailureResponse.invalidRequest(status, null, "The URL of the request is too long.");
            case 431 -> FailureResponse.invalidRequest(status, null, "The header of the request is too large.");
            case 417 ->
                FailureResponse.invalidRequest(status, null, "The only expectation that is supported is 100-continue.");
            case 426, 505 -> FailureResponse.invalidRequest(status, null, "Send the request as HTTP/1.1.");
            case 503 -> FailureResponse.stopping();
            default ->
                status < 500
                        ? FailureResponse.invalidRequest(
                                status, null, "The request is not valid HTTP, or its URL is ambiguous.")
                        : FailureResponse.internal();
        };
    }

    private static byte[] bytes(FailureResponse failure) {
        try {
            return ContractJson.mapper().writeValueAsBytes(failure.body());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
