package dev.ephemint.client;

import dev.ephemint.client.internal.ResponseSummary;

/** The vendor failed, could not be reached or rejected the service; {@link #code()} says which. */
public final class UpstreamException extends ResponseException {

    private static final long serialVersionUID = 1L;

    UpstreamException(ResponseSummary response) {
        super(response.describe(), response);
    }
}
