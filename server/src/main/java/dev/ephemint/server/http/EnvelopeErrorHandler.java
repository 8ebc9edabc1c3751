package dev.ephemint.server.http;

import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.intake.EnvelopeWriter;
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
        if (cause instanceof OutOfMemoryError) {
            LOG.error("unexpected error", cause);
        }
        EnvelopeWriter.write(request, response, failure(status), callback);
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
}
