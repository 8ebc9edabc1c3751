package dev.ephemint.server.upstream;

import java.time.Duration;

/** Ends calls that take too long. A test ends a call by an event instead of a time. */
@FunctionalInterface
interface AbortTimer extends AutoCloseable {

    /** Runs {@code abort} after this time, unless the result is closed first. */
    Pending after(Duration limit, Runnable abort);

    /** The end of a call, which may still be called off. */
    @FunctionalInterface
    interface Pending extends AutoCloseable {

        @Override
        void close();
    }

    @Override
    default void close() {}
}
