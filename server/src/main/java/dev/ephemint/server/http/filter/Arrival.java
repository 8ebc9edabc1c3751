package dev.ephemint.server.http.filter;

import dev.ephemint.server.mint.CallerPresence;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** What is known of a request from the connection over which it came. */
public final class Arrival {

    private static final String JETTY = Request.class.getName();

    private Arrival() {}

    /** From now on the request is known to have come over a connection. */
    public static void record(ContainerRequestContext request, Request jetty) {
        request.setProperty(JETTY, jetty);
    }

    /** What came over the connection; empty for a request that came over none. */
    static Optional<Request> request(ContainerRequestContext request) {
        return Optional.ofNullable((Request) request.getProperty(JETTY));
    }

    /** Whether the caller of a request still waits. */
    public static CallerPresence caller(ContainerRequestContext request) {
        return request(request).<CallerPresence>map(CallerConnection::of).orElse(CallerPresence.ALWAYS);
    }

    /** When its head arrived, by {@link System#nanoTime}, for it may have waited since; now for a request that came over no connection. */
    static long of(ContainerRequestContext request) {
        return request(request).map(Request::getHeadersNanoTime).orElseGet(System::nanoTime);
    }
}
