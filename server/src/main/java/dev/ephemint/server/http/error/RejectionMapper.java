package dev.ephemint.server.http.error;

/** What the edge refused. */
final class RejectionMapper extends ErrorMapper<RequestRejectedException> {

    @Override
    FailureResponse answer(RequestRejectedException refused) {
        return refused.answer();
    }
}
