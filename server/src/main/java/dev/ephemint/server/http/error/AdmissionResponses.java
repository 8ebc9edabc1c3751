package dev.ephemint.server.http.error;

import dev.ephemint.server.mint.MintFailure.LimitReached;
import dev.ephemint.server.mint.MintFailure.RepeatedRequest;
import dev.ephemint.server.mint.Quota;
import java.time.Duration;
import java.util.Optional;

/** Responses of requests that were not admitted; the vendor was not asked. */
final class AdmissionResponses {

    private static final Duration SOON = Duration.ofSeconds(1);

    static final FailureResponse UNAVAILABLE = soon(
            503,
            "server_error",
            "admission_unavailable",
            "The limits cannot be checked, so nothing is minted. Try again later.");

    static final FailureResponse NO_AUDIT = soon(
            503,
            "server_error",
            "audit_unavailable",
            "The mint cannot be recorded, so nothing is minted. Try again later.");

    private AdmissionResponses() {}

    static FailureResponse limitReached(LimitReached reached) {
        Quota exceeded = reached.exceeded();
        String limit = exceeded.window()
                .map(window -> exceeded.max() + " requests in " + window.toSeconds() + " s")
                .orElse(exceeded.max() + " open tokens");
        FailureResponse response = new FailureResponse(
                429,
                "rate_limit_error",
                "caller_limit_reached",
                "Limit '" + exceeded.name() + "' is reached: " + limit + ". Try again after the time in retry-after.");
        return with(response, reached);
    }

    private static FailureResponse with(FailureResponse response, LimitReached reached) {
        FailureResponse waiting = MintFailureResponses.waiting(response, Optional.of(reached.retryAfter()));
        for (var field : RateLimitFields.of(reached.quotas()).entrySet()) {
            waiting = waiting.withHeader(field.getKey(), field.getValue());
        }
        return waiting;
    }

    /** A retry helps only while the first request runs, which may still fail. */
    static FailureResponse repeated(RepeatedRequest repeated) {
        return switch (repeated.first()) {
            case RUNNING ->
                soon(
                        409,
                        "invalid_request_error",
                        "idempotency_key_in_use",
                        "The first request with this Idempotency-Key still runs. Wait for its response.");
            case MINTED ->
                permanent(
                        "idempotency_key_used",
                        "The first request with this Idempotency-Key got a token, which is not stored. To mint another, use"
                                + " a new key.");
            case OTHER ->
                permanent(
                        "idempotency_key_reused",
                        "This Idempotency-Key belongs to another request. Use a new key for each request.");
        };
    }

    private static FailureResponse permanent(String code, String message) {
        return FailureResponse.invalidRequest(409, code, message).withHeader(Headers.SHOULD_RETRY, "false");
    }

    private static FailureResponse soon(int status, String type, String code, String message) {
        return MintFailureResponses.waiting(new FailureResponse(status, type, code, message), Optional.of(SOON));
    }
}
