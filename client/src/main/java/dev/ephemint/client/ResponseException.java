package dev.ephemint.client;

import dev.ephemint.client.internal.ResponseSummary;
import java.time.Duration;
import java.util.Optional;

/** A response that is not a client secret, with what it says about itself. */
public abstract sealed class ResponseException extends EphemintException
        permits BadRequestException,
                UnauthorizedException,
                RateLimitedException,
                QuotaExhaustedException,
                UpstreamException,
                ServiceException,
                UnreadableResponseException {

    private static final long serialVersionUID = 1L;

    private final ResponseSummary response;

    ResponseException(String message, ResponseSummary response) {
        super(message, null);
        this.response = response;
    }

    /** The HTTP status. */
    public int status() {
        return response.status();
    }

    /** The error's code, as in {@code rate_limit_exceeded}. */
    public Optional<String> code() {
        return Optional.ofNullable(response.code());
    }

    /** The error's type, as in {@code invalid_request_error}. */
    public Optional<String> type() {
        return Optional.ofNullable(response.type());
    }

    /** The parameter at fault, as in {@code session.audio.input.turn_detection}. */
    public Optional<String> param() {
        return Optional.ofNullable(response.param());
    }

    /** The service's name for this request, to be quoted when asking its operator. */
    public Optional<String> requestId() {
        return Optional.ofNullable(response.requestId());
    }

    /** The vendor's name for the request behind it. */
    public Optional<String> upstreamRequestId() {
        return Optional.ofNullable(response.upstreamRequestId());
    }

    /** Where a redirect pointed, without the values of its query. It is never followed: it would take the key along. */
    public Optional<String> location() {
        return Optional.ofNullable(response.location());
    }

    /** How long the response asks to wait before the next request. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(response.retryAfter());
    }

    Optional<Boolean> shouldRetry() {
        return Optional.ofNullable(response.shouldRetry());
    }
}
