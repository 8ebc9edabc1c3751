package dev.ephemint.server.http.intake;

import dev.ephemint.server.http.error.FailureResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rejects requests for which there is no place. They are counted, and logged together once a second: the thread that reads
 * the connections does not wait for the log.
 */
final class ShedRequests {

    static final Logger LOG = LoggerFactory.getLogger(ShedRequests.class);
    private static final FailureResponse OVERLOADED = FailureResponse.overloaded();
    private static final byte[] BODY = EnvelopeWriter.bytes(OVERLOADED);

    private final Logger log;
    private final AtomicLong count = new AtomicLong();
    private final AtomicBoolean logging = new AtomicBoolean();
    private long logged;

    ShedRequests(Logger log) {
        this.log = log;
    }

    /** How many were rejected so far. */
    long count() {
        return count.get();
    }

    void write(Request request, Response response, Callback callback) {
        count.incrementAndGet();
        if (logging.compareAndSet(false, true)) {
            request.getComponents().getScheduler().schedule(this::log, 1, TimeUnit.SECONDS);
        }
        EnvelopeWriter.write(response, OVERLOADED, BODY, callback);
    }

    private void log() {
        logging.set(false);
        logNew();
    }

    /** Logs those that no line counts yet. */
    synchronized void logNew() {
        long now = count.get();
        if (now > logged) {
            log.atWarn()
                    .addKeyValue("status", OVERLOADED.status())
                    .addKeyValue("code", OVERLOADED.code())
                    .addKeyValue("count", now - logged)
                    .log("requests rejected before routing");
            logged = now;
        }
    }
}
