package dev.ephemint.server.http.filter;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** Records the remote address of a request for the log: the proxy's, if there is one. */
@Priority(1)
public final class ClientAddress implements ContainerResponseFilter {

    private static final String PROPERTY = ClientAddress.class.getName();

    /** Empty for a request that came over no connection. */
    static Optional<String> of(ContainerRequestContext request) {
        return Optional.ofNullable(request.getProperty(PROPERTY)).map(Object::toString);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Arrival.request(request).ifPresent(jetty -> request.setProperty(PROPERTY, Request.getRemoteAddr(jetty)));
    }
}
