package dev.ephemint.client;

import dev.ephemint.client.internal.ResponseSummary;

/**
 * A 2xx response without a client secret: not JSON, another shape, too long, or compressed without a request for it. A client
 * secret may have been minted.
 */
public final class UnreadableResponseException extends ResponseException {

    private static final long serialVersionUID = 1L;

    UnreadableResponseException(String message, ResponseSummary response) {
        super("The response (status " + response.status() + ") " + message + response.reference(), response);
    }
}
