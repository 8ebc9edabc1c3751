package dev.ephemint.server.http;

import dev.ephemint.server.http.error.RequestedUrl;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Names the exchange and starts its clock, before anything can fail. */
@PreMatching
@Priority(0)
final class IncomingFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        RequestedUrl.remember(request);
        Ticket.draw().attach(request);
        refuseUnreadableHeaders(request);
    }

    /** Jersey answers them without any mapper while it looks for the resource, so they are read before it does. */
    private static void refuseUnreadableHeaders(ContainerRequestContext request) {
        request.getMediaType();
        request.getAcceptableMediaTypes();
    }
}
