package dev.ephemint.client;

import dev.ephemint.client.internal.ResponseSummary;

/** Too many requests (429). {@link #retryAfter()} may say how long to wait. */
public final class RateLimitedException extends ResponseException {

    private static final long serialVersionUID = 1L;

    RateLimitedException(ResponseSummary response) {
        super(response.describe(), response);
    }
}
