package dev.ephemint.client;

import java.time.Duration;
import java.util.Optional;

/** An answer that is not a client secret, with what it says about itself. */
public abstract sealed class AnswerException extends EphemintException
        permits BadRequestException,
                UnauthorizedException,
                RateLimitedException,
                QuotaExhaustedException,
                UpstreamException,
                ServiceException,
                UnreadableAnswerException {

    private static final long serialVersionUID = 1L;

    private final Answer answer;

    AnswerException(String message, Answer answer) {
        super(message, null);
        this.answer = answer;
    }

    /** The HTTP status. */
    public int status() {
        return answer.status();
    }

    /** The error's code, as in {@code rate_limit_exceeded}. */
    public Optional<String> code() {
        return Optional.ofNullable(answer.code());
    }

    /** The error's type, as in {@code invalid_request_error}. */
    public Optional<String> type() {
        return Optional.ofNullable(answer.type());
    }

    /** The parameter at fault, as in {@code session.audio.input.turn_detection}. */
    public Optional<String> param() {
        return Optional.ofNullable(answer.param());
    }

    /** The service's name for this request, to be quoted when asking its operator. */
    public Optional<String> requestId() {
        return Optional.ofNullable(answer.requestId());
    }

    /** The vendor's name for the request behind it. */
    public Optional<String> upstreamRequestId() {
        return Optional.ofNullable(answer.upstreamRequestId());
    }

    /** Where a redirect pointed, without the values of its query. It is never followed: it would take the key along. */
    public Optional<String> location() {
        return Optional.ofNullable(answer.location());
    }

    /** How long the answer asks to wait before the next request. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(answer.retryAfter());
    }

    Optional<Boolean> shouldRetry() {
        return Optional.ofNullable(answer.shouldRetry());
    }
}
