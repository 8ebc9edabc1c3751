package dev.ephemint.server.http.error;

import jakarta.ws.rs.NotAcceptableException;

/** An Accept header that excludes JSON. */
final class NotAcceptableMapper extends ErrorMapper<NotAcceptableException> {

    @Override
    FailureResponse response(NotAcceptableException rejected) {
        return FailureResponse.invalidRequest(
                406, null, "The response is application/json, which the Accept header leaves out.");
    }
}
