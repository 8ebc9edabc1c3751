package dev.ephemint.server.http.filter;

import dev.ephemint.server.mint.CallerPresence;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Records when the head of a request arrived, for it may have waited since, and the connection over which it came. */
@PreMatching
@Priority(-1)
public final class Arrival implements ContainerRequestFilter {

    private static final String PROPERTY = Arrival.class.getName();

    private static final String CALLER = CallerPresence.class.getName();

    private static final String JETTY = Request.class.getName();

    /** Jersey's own way to the request of the connection takes 5 µs. */
    private static final ThreadLocal<@Nullable Request> CURRENT = new ThreadLocal<>();

    /** From now on this thread handles a request that came over a connection. */
    public static void begin(Request request) {
        CURRENT.set(request);
    }

    /** This thread handles it no longer. */
    public static void end() {
        CURRENT.remove();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Request jetty = Objects.requireNonNull(CURRENT.get());
        request.setProperty(PROPERTY, jetty.getHeadersNanoTime());
        request.setProperty(CALLER, CallerConnection.of(jetty));
        request.setProperty(JETTY, jetty);
    }

    /** What came over the connection, kept because it is expensive to look up; empty for a request that came over none. */
    static Optional<Request> request(ContainerRequestContext request) {
        return Optional.ofNullable((Request) request.getProperty(JETTY));
    }

    /** Whether the caller of a request still waits. */
    public static CallerPresence caller(ContainerRequestContext request) {
        return request.getProperty(CALLER) instanceof CallerPresence caller ? caller : CallerPresence.ALWAYS;
    }

    /** By {@link System#nanoTime}; now for a request that came over no connection. */
    static long of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof Long nanos ? nanos : System.nanoTime();
    }
}
