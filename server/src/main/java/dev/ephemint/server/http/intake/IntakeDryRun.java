package dev.ephemint.server.http.intake;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/**
 * Accepts, reads and rejects some hundred requests of its own when the service has started, in a thread of its own, so that the JVM
 * has compiled all this when a burst follows. They come over a port of loopback that is open only meanwhile. Nothing of them is
 * logged or counted, and none has a way to a mint.
 */
public final class IntakeDryRun implements AutoCloseable {

    /** The JVM compiles what has run 200 times, and looks each 128 times. */
    static final int REQUESTS = 304;

    private static final int MAX_BYTES = 4096;

    private static final int THREADS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(IntakeDryRun.class);

    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread = new Thread(this::run, "dry-run");

    private IntakeDryRun() {
        thread.setDaemon(true);
    }

    public static IntakeDryRun begin() {
        IntakeDryRun dryRun = new IntakeDryRun();
        dryRun.thread.start();
        return dryRun;
    }

    /** The service runs without it as well. */
    private void run() {
        try {
            requests(ended::get);
        } catch (Exception failed) {
            LOG.debug("no dry run", failed);
        }
    }

    boolean isOver() {
        return !thread.isAlive();
    }

    /** Returns how many requests were rejected, before it was to end. */
    static int requests(BooleanSupplier ends) throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("dry-run");
        threads.setDaemon(true);
        Server server = new Server(threads);
        WatchedConnector connector = new WatchedConnector(
                server, new OpenConnections(2 * DryRunCaller.AT_ONCE), 1, 1, new HttpConnectionFactory()) {};
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        server.setHandler(connector.connections().watching(new GracefulHandler(rejecting())));
        try {
            server.start();
            return new DryRunCaller(connector.getLocalPort()).send(REQUESTS, ends);
        } finally {
            server.stop();
        }
    }

    /** The intake without any place, and nothing behind it. */
    private static Handler rejecting() {
        return new BodyHandler(
                MAX_BYTES,
                new BodyTimes(DryRunCaller.TIMEOUT, 0),
                new MemoryBudget((long) MAX_BYTES * DryRunCaller.AT_ONCE),
                new InFlightHandler(
                        0, new ShedRequests(NOPLogger.NOP_LOGGER), new DispatchHandler(new Handler.Sequence())));
    }

    /** Ends it, if it is not over. */
    @Override
    public void close() {
        ended.set(true);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
