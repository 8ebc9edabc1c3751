package dev.ephemint.server.http.error;

import jakarta.ws.rs.ProcessingException;

/** A header that is no such header. */
final class UnreadableHeaderMapper extends ErrorMapper<ProcessingException> {

    @Override
    ErrorAnswer answer(ProcessingException unreadable) {
        return ErrorAnswer.refusal(400, "invalid_header", "A header of the request cannot be read.");
    }
}
