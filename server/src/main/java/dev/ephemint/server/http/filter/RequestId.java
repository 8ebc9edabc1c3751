package dev.ephemint.server.http.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.MDC;

/**
 * Ephemint's id of a request, and when it began. A caller's own {@code x-request-id} is not trusted to be either unique
 * or harmless.
 */
public record RequestId(String id, long begun) {

    private static final String PROPERTY = RequestId.class.getName();
    private static final String LOG_KEY = "request_id";
    private static final String TRACE = "trace_id";
    private static final String CALLERS_ID = "client_request_id";
    private static final SecureRandom RANDOM = new SecureRandom();

    public static RequestId random() {
        return since(System.nanoTime());
    }

    /** A new id for a request of this moment. */
    static RequestId since(long begun) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new RequestId("req_" + HexFormat.of().formatHex(bytes), begun);
    }

    /** From here on every log line of this thread has the id, and the caller's ids. */
    void attach(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
        MDC.put(LOG_KEY, id);
        CallerIds.traceId(request).ifPresent(trace -> MDC.put(TRACE, trace));
        CallerIds.requestId(request).ifPresent(callers -> MDC.put(CALLERS_ID, callers));
    }

    public static RequestId of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof RequestId requestId ? requestId : random();
    }

    static void detach() {
        MDC.remove(LOG_KEY);
        MDC.remove(TRACE);
        MDC.remove(CALLERS_ID);
    }

    long millis() {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
