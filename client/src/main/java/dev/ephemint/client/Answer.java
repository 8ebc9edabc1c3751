package dev.ephemint.client;

import java.io.Serializable;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an answer's status, headers and error envelope say, without its body. */
record Answer(
        int status,
        ErrorEnvelope error,
        @Nullable String requestId,
        @Nullable String upstreamRequestId,
        @Nullable Duration retryAfter,
        @Nullable Boolean shouldRetry,
        @Nullable String location)
        implements Serializable {

    static Answer of(int status, HttpHeaders headers, ErrorEnvelope error, Clock clock) {
        return new Answer(
                status,
                error,
                headers.firstValue("x-request-id").map(Scrubber::scrub).orElse(null),
                headers.firstValue("x-upstream-request-id").map(Scrubber::scrub).orElse(null),
                RetryAfter.of(headers, clock).orElse(null),
                headers.firstValue("x-should-retry").map(Answer::truth).orElse(null),
                headers.firstValue("location").map(Address::location).orElse(null));
    }

    @Nullable
    String type() {
        return error.type();
    }

    @Nullable
    String code() {
        return error.code();
    }

    @Nullable
    String param() {
        return error.param();
    }

    String describe() {
        return status + " " + error.describe() + (location == null ? "" : ", pointing to " + location) + reference();
    }

    String reference() {
        return requestId == null ? "" : " (request " + requestId + ")";
    }

    private static @Nullable Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }
}
