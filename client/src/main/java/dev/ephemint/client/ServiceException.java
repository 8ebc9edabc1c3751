package dev.ephemint.client;

import dev.ephemint.client.internal.ResponseSummary;

/** The service, or a proxy before it, failed: any other status, including redirects, which are never followed. */
public final class ServiceException extends ResponseException {

    private static final long serialVersionUID = 1L;

    ServiceException(ResponseSummary response) {
        super(response.describe(), response);
    }
}
