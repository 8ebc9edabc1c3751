package dev.ephemint.client;

import dev.ephemint.client.internal.ResponseSummary;

/** The key was rejected: 401 or 403. */
public final class UnauthorizedException extends ResponseException {

    private static final long serialVersionUID = 1L;

    UnauthorizedException(ResponseSummary response) {
        super(response.describe(), response);
    }
}
