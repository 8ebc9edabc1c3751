package dev.ephemint.server.http.error;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An internal error: logged here, once; the response holds no detail of it. */
final class UnexpectedMapper extends ErrorMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedMapper.class);

    @Override
    FailureResponse response(Throwable fault) {
        LOG.atError().setCause(new StackTraceOnly(fault)).log("unexpected error");
        return FailureResponse.internal();
    }
}
