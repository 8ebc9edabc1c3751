package dev.ephemint.server.http.intake;

import dev.ephemint.server.mint.turn.Turns;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Gives a request a thread of its own, in which it may block, when it is its turn. What comes before runs where the
 * connections are read.
 */
public final class DispatchHandler extends Handler.Wrapper {

    private static final int CHECK_MILLIS = 50;

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
        Runnable work = () -> handleHere(request, response, callback);
        Executor threads = request.getComponents().getExecutor();
        if (InFlightHandler.isHealthCheck(request)) {
            threads.execute(work);
        } else if (turns.execute(VirtualThreads.getExecutor(threads), work)) {
            checkLater(request.getComponents().getScheduler());
        }
        return true;
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
