package dev.ephemint.server.http.error;

import jakarta.ws.rs.NotSupportedException;

/** A body that is not declared as JSON. */
final class NotSupportedMapper extends ErrorMapper<NotSupportedException> {

    @Override
    FailureResponse response(NotSupportedException rejected) {
        return FailureResponse.invalidRequest(
                415, "unsupported_media_type", "The body of the request must be application/json.");
    }
}
