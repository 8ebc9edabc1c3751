package dev.ephemint.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Ends the process after an {@link OutOfMemoryError}: any thread may be gone by then, and a process that lives on
 * half-dead is not restarted. As a filter it sees every error that a library catches and logs, also at a level that is off.
 *
 * <p>Java's own {@code -XX:+ExitOnOutOfMemoryError} is earlier and sees more; this is for those who start without it.
 */
public final class OutOfMemory extends TurboFilter {

    /** As Java's own. */
    static final int STATUS = 3;

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(OutOfMemory.class);
    private static final int MAX_CAUSES = 20;

    /** Logs what ends a thread, so that it is seen here, too. */
    public static void watchThreads() {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> LOG.error("thread {} ended with an error", thread.getName(), thrown));
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable thrown) {
        if (isCauseOf(thrown) || (params != null && Arrays.stream(params).anyMatch(OutOfMemory::isCauseOf))) {
            exit();
        }
        return FilterReply.NEUTRAL;
    }

    /** A line's last parameter may be what was thrown. */
    private static boolean isCauseOf(@Nullable Object logged) {
        return logged instanceof Throwable thrown
                && Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
                        .limit(MAX_CAUSES)
                        .anyMatch(OutOfMemoryError.class::isInstance);
    }

    /** The line is lost if there is no memory for it either. */
    private static void exit() {
        try {
            LOG.error("out of memory: the process ends, because any of its threads may be gone");
        } finally {
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
