package dev.ephemint.client.internal;

import dev.ephemint.contract.redaction.Redactor;
import java.io.Serializable;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A response's status, headers and error, without its body.
 *
 * @param address host and port of the service
 */
public record ResponseSummary(
        String address,
        int status,
        ErrorDetails error,
        @Nullable String requestId,
        @Nullable String upstreamRequestId,
        @Nullable Duration retryAfter,
        @Nullable Boolean shouldRetry,
        @Nullable String location)
        implements Serializable {

    private static final Redactor REDACTOR = Redactor.ofShapes();

    public static ResponseSummary of(String address, int status, HttpHeaders headers, ErrorDetails error, Clock clock) {
        return new ResponseSummary(
                address,
                status,
                error,
                headers.firstValue("x-request-id").flatMap(REDACTOR::requestId).orElse(null),
                headers.firstValue("x-upstream-request-id")
                        .flatMap(REDACTOR::requestId)
                        .orElse(null),
                RetryAfterHeader.of(headers, clock).orElse(null),
                headers.firstValue("x-should-retry").map(ResponseSummary::truth).orElse(null),
                headers.firstValue("location").map(Address::location).orElse(null));
    }

    @Nullable
    public String type() {
        return error.type();
    }

    @Nullable
    public String code() {
        return error.code();
    }

    @Nullable
    public String param() {
        return error.param();
    }

    public String describe() {
        return status + " " + error.describe() + (location == null ? "" : ", redirected to " + location) + reference();
    }

    /** The address and the request ID, for messages. */
    public String reference() {
        return " (" + address + (requestId == null ? "" : ", request " + requestId) + ")";
    }

    private static @Nullable Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }
}
