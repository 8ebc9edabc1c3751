package dev.ephemint.client;

import dev.ephemint.client.internal.ResponseSummary;

/** The vendor's quota is used up (429 until the account is topped up), so the call is never retried. */
public final class QuotaExhaustedException extends ResponseException {

    private static final long serialVersionUID = 1L;

    QuotaExhaustedException(ResponseSummary response) {
        super(response.describe(), response);
    }
}
