package dev.ephemint.server.http.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the connections that are open. Beyond the limit a new one replaces the longest waiting for a request, so a health
 * check always gets in. One with a request in progress is never closed; if all have one, the new one is.
 */
public final class OpenConnections {

    private final int limit;
    private final ReentrantLock lock = new ReentrantLock();

    /** By their sockets; the longest waiting comes first. */
    private final Map<Object, EndPoint> waiting = new LinkedHashMap<>();

    private final Map<Object, EndPoint> busy = new LinkedHashMap<>();
    private long closed;

    public OpenConnections(int limit) {
        this.limit = limit;
    }

    public int limit() {
        return limit;
    }

    /** How many are open. */
    public int open() {
        return locked(() -> waiting.size() + busy.size());
    }

    /** How many were closed for others. */
    public long closed() {
        return locked(() -> closed);
    }

    public void opened(EndPoint connection) {
        EndPoint longest = locked(() -> {
            waiting.put(connection.getTransport(), connection);
            return waiting.size() + busy.size() > limit ? takeLongest() : null;
        });
        if (longest != null) {
            longest.close();
        }
    }

    private @Nullable EndPoint takeLongest() {
        var first = waiting.entrySet().iterator();
        EndPoint longest = first.next().getValue();
        first.remove();
        closed++;
        return longest;
    }

    public void closed(EndPoint connection) {
        locked(() -> {
            waiting.remove(connection.getTransport());
            return busy.remove(connection.getTransport());
        });
    }

    /** Marks the connections of requests that pass. */
    public Handler watching(Handler next) {
        return new Handler.Wrapper(next) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                Object socket = request.getConnectionMetaData()
                        .getConnection()
                        .getEndPoint()
                        .getTransport();
                move(socket, waiting, busy);
                Request.addCompletionListener(request, failure -> move(socket, busy, waiting));
                return super.handle(request, response, callback);
            }
        };
    }

    /** One that was closed meanwhile is in neither. */
    private void move(Object socket, Map<Object, EndPoint> from, Map<Object, EndPoint> to) {
        locked(() -> {
            EndPoint connection = from.remove(socket);
            return connection == null ? null : to.put(socket, connection);
        });
    }

    private <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
