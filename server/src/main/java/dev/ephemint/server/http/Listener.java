package dev.ephemint.server.http;

import java.net.URI;
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
        return scheme(tls.isPresent());
    }

    /** The address of a service that listens there; an IPv6 address may lack its brackets. */
    public static URI uri(String scheme, String host, int port) {
        String authority = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + authority + ":" + port);
    }

    public static String scheme(boolean tls) {
        return tls ? "https" : "http";
    }
}
