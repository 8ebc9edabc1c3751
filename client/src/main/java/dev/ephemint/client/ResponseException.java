package dev.ephemint.client;

import dev.ephemint.client.internal.ResponseSummary;
import dev.ephemint.contract.FailureKind;
import java.time.Duration;
import java.util.Optional;

/** A response without a client secret, with its status, error and headers. */
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

    /** The exception for a response with an error status. */
    static ResponseException of(ResponseSummary response) {
        int status = response.status();
        if (isQuota(response)) {
            return new QuotaExhaustedException(response);
        }
        if (status == 408 || status / 100 != 4) {
            return "upstream_error".equals(response.type())
                    ? new UpstreamException(response)
                    : new ServiceException(response);
        }
        return switch (status) {
            case 401, 403 -> new UnauthorizedException(response);
            case 429 -> new RateLimitedException(response);
            default -> new BadRequestException(response);
        };
    }

    /** An exhausted quota has the same status 429 as a rate limit (recorded, 2026). */
    private static boolean isQuota(ResponseSummary response) {
        return response.error().kind().equals(Optional.of(FailureKind.QUOTA_EXHAUSTED));
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

    /** The service's ID of this request; quote it to the operator. */
    public Optional<String> requestId() {
        return Optional.ofNullable(response.requestId());
    }

    /** The vendor's ID of the request behind it. */
    public Optional<String> upstreamRequestId() {
        return Optional.ofNullable(response.upstreamRequestId());
    }

    /** The target of a redirect, without query values. Redirects are never followed: they would forward the key. */
    public Optional<String> location() {
        return Optional.ofNullable(response.location());
    }

    /** How long the response asks the caller to wait before the next request. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(response.retryAfter());
    }

    Optional<Boolean> shouldRetry() {
        return Optional.ofNullable(response.shouldRetry());
    }
}
