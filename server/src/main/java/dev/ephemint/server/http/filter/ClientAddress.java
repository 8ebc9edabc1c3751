package dev.ephemint.server.http.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** The remote address of a request for the log: the proxy's, if there is one. */
final class ClientAddress {

    private ClientAddress() {}

    /** Empty for a request that came over no connection. */
    static Optional<String> of(ContainerRequestContext request) {
        return Arrival.request(request).map(Request::getRemoteAddr);
    }
}
