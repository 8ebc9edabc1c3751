package dev.ephemint.server.http.error;

import dev.ephemint.server.mint.MintFailedException;

/** A mint that failed. */
final class MintFailedMapper extends ErrorMapper<MintFailedException> {

    @Override
    FailureResponse response(MintFailedException failed) {
        FailureResponse response = MintFailureResponses.of(failed.failure());
        return failed.vendorRequestId()
                .map(id -> response.withHeader(Headers.UPSTREAM_REQUEST_ID, id))
                .orElse(response);
    }
}
