package dev.ephemint.server.http;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The address to listen on.
 *
 * @param port 0: any free one
 * @param tls for https; empty: plain http
 * @param asksForCertificates whether a client may show a certificate, which {@code tls} then verifies
 */
public record Listener(String host, int port, Optional<SSLContext> tls, boolean asksForCertificates) {

    public Listener(String host, int port, Optional<SSLContext> tls) {
        this(host, port, tls, false);
    }

    String scheme() {
        return tls.isPresent() ? "https" : "http";
    }
}
