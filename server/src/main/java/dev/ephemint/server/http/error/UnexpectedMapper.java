package dev.ephemint.server.http.error;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault of ours: logged here, once, and answered with nothing of it. */
final class UnexpectedMapper extends ErrorMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedMapper.class);

    @Override
    FailureResponse answer(Throwable fault) {
        LOG.atError().setCause(new StackTraceOnly(fault)).log("unexpected fault");
        return FailureResponse.internal();
    }
}
