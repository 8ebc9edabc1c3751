package dev.ephemint.client;

import dev.ephemint.client.internal.ResponseSummary;

/** Too many requests for now: 429. {@link #retryAfter()} may say for how long. */
public final class RateLimitedException extends ResponseException {

    private static final long serialVersionUID = 1L;

    RateLimitedException(ResponseSummary response) {
        super(response.describe(), response);
    }
}
