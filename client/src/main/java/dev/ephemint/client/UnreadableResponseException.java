package dev.ephemint.client;

import dev.ephemint.client.internal.ResponseSummary;

/** A response of success that holds no client secret: no JSON, another shape, too long, or compressed unasked. It may have minted. */
public final class UnreadableResponseException extends ResponseException {

    private static final long serialVersionUID = 1L;

    UnreadableResponseException(String message, ResponseSummary response) {
        super("The response (status " + response.status() + ") " + message + response.reference(), response);
    }
}
