package dev.ephemint.server.http.error;

import dev.ephemint.server.mint.StackTraceOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An internal error: logged here, once; the response holds no detail of it. */
final class UnexpectedMapper extends ErrorMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedMapper.class);

    @Override
    FailureResponse response(Throwable fault) {
        LOG.error("unexpected error", fault instanceof OutOfMemoryError ? fault : new StackTraceOnly(fault));
        return FailureResponse.internal();
    }
}
