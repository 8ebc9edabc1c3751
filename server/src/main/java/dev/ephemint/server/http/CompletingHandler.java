package dev.ephemint.server.http;

import dev.ephemint.server.http.filter.Arrival;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Ends every exchange that Jersey leaves open: its container (3.1.11) forgets those whose caller disconnects before the response,
 * and a server that waits for them does not stop.
 */
final class CompletingHandler extends Handler.Wrapper {

    CompletingHandler(Handler jersey) {
        super(jersey);
    }

    /** All resources block, so each response is complete by now. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Once once = new Once(callback);
        Arrival.begin(request);
        try {
            boolean handled = super.handle(request, response, once);
            if (handled && !once.completed.get()) {
                once.failed(new EofException("the caller disconnected"));
            }
            return handled;
        } catch (Exception failed) {
            once.failed(failed);
            return true;
        } finally {
            Arrival.end();
        }
    }

    private static final class Once extends Callback.Nested {

        private final AtomicBoolean completed = new AtomicBoolean();

        Once(Callback callback) {
            super(callback);
        }

        @Override
        public void succeeded() {
            if (completed.compareAndSet(false, true)) {
                super.succeeded();
            }
        }

        @Override
        public void failed(Throwable fault) {
            if (completed.compareAndSet(false, true)) {
                super.failed(fault);
            }
        }
    }
}
