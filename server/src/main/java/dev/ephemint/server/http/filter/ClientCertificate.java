package dev.ephemint.server.http.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.eclipse.jetty.io.EndPoint;

/** The certificate that the connection's peer has proven to own. */
final class ClientCertificate {

    private ClientCertificate() {}

    /** Empty without one, and for a request that came over no connection. */
    static Optional<X509Certificate> of(ContainerRequestContext request) {
        return Arrival.request(request)
                .map(jetty -> jetty.getAttribute(EndPoint.SslSessionData.ATTRIBUTE))
                .map(session -> session instanceof EndPoint.SslSessionData tls ? tls.peerCertificates() : null)
                .filter(certificates -> certificates.length > 0)
                .map(certificates -> certificates[0]);
    }
}
