package dev.ephemint.server.http.error;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Objects;

/** What the caller asked for, as the caller said it: a prefix of the path may have been taken off since. */
public final class RequestedUrl {

    private static final String PROPERTY = RequestedUrl.class.getName();

    private RequestedUrl() {}

    public static void remember(ContainerRequestContext request) {
        request.setProperty(
                PROPERTY,
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath());
    }

    /** {@code GET /v1/foo}. */
    public static String of(ContainerRequestContext request) {
        return Objects.toString(request.getProperty(PROPERTY), "");
    }
}
