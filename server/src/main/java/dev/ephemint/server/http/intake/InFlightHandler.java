package dev.ephemint.server.http.intake;

import java.util.Set;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Handles at most so many requests at once. What is admitted runs at once, and the rest is turned away at once: nothing
 * waits. Health checks have places of their own.
 */
public final class InFlightHandler extends Handler.Wrapper {

    /** More than any number of supervisors asks at the same moment. */
    public static final int HEALTH_CHECKS = 16;

    private static final Set<String> HEALTH = Set.of("/healthz", "/readyz");

    private final int maxRequests;
    private final Semaphore requests;
    private final ShedRequests shed;
    private final Semaphore healthChecks = new Semaphore(HEALTH_CHECKS);

    public InFlightHandler(int maxRequests, Handler next) {
        this(maxRequests, new ShedRequests(ShedRequests.LOG), next);
    }

    InFlightHandler(int maxRequests, ShedRequests shed, Handler next) {
        super(next);
        this.maxRequests = maxRequests;
        this.shed = shed;
        this.requests = new Semaphore(maxRequests);
    }

    /** How many requests are handled now, health checks excluded. */
    public int used() {
        return maxRequests - requests.availablePermits();
    }

    /** How many requests were rejected so far. */
    public long rejected() {
        return shed.count();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        shed.logNew();
    }

    static boolean isHealthCheck(Request request) {
        return HEALTH.contains(Request.getPathInContext(request));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Semaphore places = isHealthCheck(request) ? healthChecks : requests;
        if (!places.tryAcquire()) {
            shed.write(request, response, callback);
            return true;
        }
        Request.addCompletionListener(request, failure -> places.release());
        return super.handle(request, response, callback);
    }
}
