package dev.ephemint.server.http.error;

import dev.ephemint.server.mint.MintFailedException;

/** What kept a mint from giving a token. */
final class MintFailedMapper extends ErrorMapper<MintFailedException> {

    @Override
    ErrorAnswer answer(MintFailedException failed) {
        ErrorAnswer answer = MintFailureAnswers.of(failed.failure());
        return failed.vendorRequestId()
                .map(id -> answer.withHeader(Headers.UPSTREAM_REQUEST_ID, id))
                .orElse(answer);
    }
}
