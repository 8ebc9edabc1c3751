package dev.ephemint.server.http;

import dev.ephemint.server.http.proxy.Proxies;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The address to listen on.
 *
 * @param port 0: any free one
 * @param tls for https; empty: plain http
 * @param asksForCertificates whether a client may show a certificate, which {@code tls} then verifies
 * @param proxies that are believed where a request comes from
 * @param maxConnections that are open at once
 */
public record Listener(
        String host,
        int port,
        Optional<SSLContext> tls,
        boolean asksForCertificates,
        Proxies proxies,
        int maxConnections) {

    private static final int AMPLE = 10_000;

    /** For callers on this machine. */
    public Listener(String host, int port, Optional<SSLContext> tls) {
        this(host, port, tls, false, Proxies.NONE, AMPLE);
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
