package dev.ephemint.server.http.error;

import jakarta.ws.rs.ProcessingException;

/** A header that cannot be parsed. */
final class UnreadableHeaderMapper extends ErrorMapper<ProcessingException> {

    @Override
    FailureResponse response(ProcessingException unreadable) {
        return FailureResponse.invalidRequest(400, "invalid_header", "A header of the request cannot be read.");
    }
}
