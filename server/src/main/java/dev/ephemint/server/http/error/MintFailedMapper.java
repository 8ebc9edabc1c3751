package dev.ephemint.server.http.error;

import dev.ephemint.server.mint.MintFailedException;

/** What kept a mint from giving a token. */
final class MintFailedMapper extends ErrorMapper<MintFailedException> {

    @Override
    FailureResponse answer(MintFailedException failed) {
        FailureResponse answer = MintFailureResponses.of(failed.failure());
        return failed.vendorRequestId()
                .map(id -> answer.withHeader(Headers.UPSTREAM_REQUEST_ID, id))
                .orElse(answer);
    }
}
