package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.OutOfTime;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.turn.Turns;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.io.CloseMode;

/**
 * The exchange over HTTP/1.1, blocking, with a bounded number of connections. It follows no redirect, keeps no cookie, and
 * sends no headers but the call's and the four that describe the message.
 *
 * <p>It sends a call once: the client retries nothing, and a connection that was idle is checked before it is used again.
 *
 * <p>The client's own timeouts are per read, so it has none after it is connected. A timer covers the whole call: it closes the connection, which ends all that
 * the calling thread waits for. A thread that is interrupted sends nothing; after that only the timer ends the call.
 */
public final class HttpExchange implements Exchange, AutoCloseable {

    static {
        WireDebugging.off();
    }

    private final ExchangeLimits limits;
    private final AbortTimer timer;
    private final PooledClient pool;
    private final CloseableHttpClient client;
    private final UpstreamRequests requests;
    private final ResponseBodyReader bodies;

    public HttpExchange(ExchangeLimits limits, String version) {
        this(limits, version, ClockTimer.start());
    }

    HttpExchange(ExchangeLimits limits, String version, AbortTimer timer) {
        this.limits = limits;
        this.timer = timer;
        this.pool = new PooledClient(limits);
        this.client = pool.client();
        this.requests = new UpstreamRequests(new StandardHeaders(version));
        this.bodies = new ResponseBodyReader(limits.maxBytes());
    }

    @Override
    public UpstreamReply send(UpstreamCall call, Deadline deadline) {
        if (Thread.currentThread().isInterrupted()) {
            throw new MintFailedException(ExchangeFailures.INTERRUPTED);
        }
        if (deadline.passed()) {
            throw new MintFailedException(new OutOfTime());
        }
        HttpUriRequestBase request = requests.of(call);
        CallProgress progress = new CallProgress();
        progress.setRequestConfig(pool.waiting(deadline.remaining(limits.connect())));
        try (AbortTimer.Pending limit = timer.after(deadline.remaining(limits.whole()), () -> {
            progress.expire();
            request.cancel();
        })) {
            return exchange(request, progress);
        } catch (IOException | RuntimeException broken) {
            MintFailure failure = failure(broken, progress, deadline);
            throw progress.sent() ? new MintFailedException(failure) : MintFailedException.unsent(failure);
        }
    }

    private UpstreamReply exchange(HttpUriRequestBase request, CallProgress progress) throws IOException {
        Turns.end();
        try (ClassicHttpResponse response = client.executeOpen(null, request, progress)) {
            progress.begin();
            byte[] body = bodies.read(response.getEntity(), request::cancel);
            return new UpstreamReply(response.getCode(), headers(response), body);
        }
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName(), header.getValue());
        }
        return headers;
    }

    private static MintFailure failure(Exception broken, CallProgress progress, Deadline deadline) {
        if (progress.expired()) {
            return deadline.passed() && !progress.sent() ? new OutOfTime() : new TimedOut();
        }
        if (Thread.currentThread().isInterrupted()) {
            return ExchangeFailures.INTERRUPTED;
        }
        return ExchangeFailures.of(broken, progress.begun());
    }

    /** How many connections are in use. */
    public int connectionsInUse() {
        return pool.inUse();
    }

    /** Drops all connections: a call in progress fails. */
    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        timer.close();
        pool.close();
    }

    @Override
    public String toString() {
        return "HttpExchange[" + limits + "]";
    }
}
