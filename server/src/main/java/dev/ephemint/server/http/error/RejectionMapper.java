package dev.ephemint.server.http.error;

/** A request that the edge rejected. */
final class RejectionMapper extends ErrorMapper<RequestRejectedException> {

    @Override
    FailureResponse response(RequestRejectedException rejected) {
        return rejected.response();
    }
}
