package dev.ephemint.server.http.error;

import jakarta.ws.rs.NotAcceptableException;

/** An Accept header that leaves no form of answer. */
final class NotAcceptableMapper extends ErrorMapper<NotAcceptableException> {

    @Override
    FailureResponse answer(NotAcceptableException refused) {
        return FailureResponse.refusal(
                406, null, "The answer is application/json, which the Accept header leaves out.");
    }
}
