package dev.ephemint.client;

import dev.ephemint.client.internal.ResponseSummary;

/** The request was refused: it, the address or the model it names has to change. Any status of 400 to 499 that has no class of its own. */
public final class BadRequestException extends ResponseException {

    private static final long serialVersionUID = 1L;

    BadRequestException(ResponseSummary response) {
        super(response.describe(), response);
    }
}
