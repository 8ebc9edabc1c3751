package dev.ephemint.client;

import dev.ephemint.client.internal.ResponseSummary;

/** The request, its URL or its model is invalid: do not retry unchanged. Any 4xx status without a class of its own. */
public final class BadRequestException extends ResponseException {

    private static final long serialVersionUID = 1L;

    BadRequestException(ResponseSummary response) {
        super(response.describe(), response);
    }
}
