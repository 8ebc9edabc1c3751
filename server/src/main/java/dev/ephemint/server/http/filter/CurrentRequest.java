package dev.ephemint.server.http.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The request that this thread handles. To get it by injection takes 8 µs. */
public final class CurrentRequest {

    private static final ThreadLocal<@Nullable ContainerRequestContext> CURRENT = new ThreadLocal<>();

    private CurrentRequest() {}

    static void begin(ContainerRequestContext request) {
        CURRENT.set(request);
    }

    static void end() {
        CURRENT.remove();
    }

    /** From the first filter of requests to the last one of responses. */
    public static ContainerRequestContext get() {
        return Objects.requireNonNull(CURRENT.get());
    }
}
