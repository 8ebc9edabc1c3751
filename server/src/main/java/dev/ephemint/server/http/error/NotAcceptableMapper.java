package dev.ephemint.server.http.error;

import jakarta.ws.rs.NotAcceptableException;

/** An Accept header that excludes JSON. */
final class NotAcceptableMapper extends ErrorMapper<NotAcceptableException> {

    @Override
    FailureResponse response(NotAcceptableException refused) {
        return FailureResponse.refusal(
                406, null, "The response is application/json, which the Accept header leaves out.");
    }
}
