package dev.ephemint.server.http.intake;

import java.util.concurrent.Executor;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;

/** Gives a request a thread of its own, in which it may block. What comes before runs where the connections are read. */
public final class DispatchHandler extends Handler.Wrapper {

    public DispatchHandler(Handler next) {
        super(next);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Executor threads = VirtualThreads.getExecutor(request.getComponents().getExecutor());
        threads.execute(() -> handleHere(request, response, callback));
        return true;
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
