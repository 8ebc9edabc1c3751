package dev.ephemint.server.http.intake;

import dev.ephemint.server.http.filter.CallerConnection;
import dev.ephemint.server.mint.turn.Turns;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a request a thread of its own, in which it may block, when it is its turn. What comes before runs where the
 * connections are read.
 */
public final class DispatchHandler extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchHandler.class);

    private static final int CHECK_MILLIS = 50;

    /** Who has waited for longer may have left meanwhile; to ask takes some microseconds. */
    private static final Duration NOTICEABLE = Duration.ofMillis(10);

    /** One processor is left for what reads the connections. */
    private final Turns turns = new Turns(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

    private final AtomicBoolean checking = new AtomicBoolean();

    public DispatchHandler(Handler next) {
        super(next);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** A health check waits for no turn, and has a thread of the system. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Executor threads = request.getComponents().getExecutor();
        if (InFlightHandler.isHealthCheck(request)) {
            threads.execute(() -> handleHere(request, response, callback));
        } else if (turns.execute(
                VirtualThreads.getExecutor(threads), () -> handleInTurn(request, response, callback))) {
            checkLater(request.getComponents().getScheduler());
        }
        return true;
    }

    private void handleInTurn(Request request, Response response, Callback callback) {
        Duration waited = Duration.ofNanos(System.nanoTime() - request.getHeadersNanoTime());
        if (waited.compareTo(NOTICEABLE) > 0 && CallerConnection.of(request).hasLeft()) {
            LOG.atInfo().addKeyValue("waited_ms", waited.toMillis()).log("caller left before its turn");
            callback.failed(new EofException("the caller has left"));
        } else {
            handleHere(request, response, callback);
        }
    }

    private void checkLater(Scheduler scheduler) {
        if (checking.compareAndSet(false, true)) {
            scheduler.schedule(
                    () -> {
                        checking.set(false);
                        if (turns.check()) {
                            checkLater(scheduler);
                        }
                    },
                    CHECK_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void handleHere(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception failed) {
            Response.writeError(request, response, callback, failed);
        }
    }
}
