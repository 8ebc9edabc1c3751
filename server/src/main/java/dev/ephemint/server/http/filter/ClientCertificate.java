package dev.ephemint.server.http.filter;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.eclipse.jetty.io.EndPoint;

/** Keeps the certificate that the connection's peer has proven to own. */
@PreMatching
@Priority(1)
public final class ClientCertificate implements ContainerRequestFilter {

    private static final String PROPERTY = ClientCertificate.class.getName();

    /** Empty without one, and for a request that came over no connection. */
    static Optional<X509Certificate> of(ContainerRequestContext request) {
        return Optional.ofNullable(request.getProperty(PROPERTY)).map(X509Certificate.class::cast);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Object session = Arrival.request(request)
                .map(jetty -> jetty.getAttribute(EndPoint.SslSessionData.ATTRIBUTE))
                .orElse(null);
        if (session instanceof EndPoint.SslSessionData tls
                && tls.peerCertificates() != null
                && tls.peerCertificates().length > 0) {
            request.setProperty(PROPERTY, tls.peerCertificates()[0]);
        }
    }
}
