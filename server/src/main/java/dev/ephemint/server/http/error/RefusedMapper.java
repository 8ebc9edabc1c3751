package dev.ephemint.server.http.error;

/** What the edge refused. */
final class RefusedMapper extends ErrorMapper<RefusedException> {

    @Override
    ErrorAnswer answer(RefusedException refused) {
        return refused.answer();
    }
}
