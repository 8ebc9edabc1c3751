package dev.ephemint.server.http;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where the edge listens, and how.
 *
 * @param port 0 takes any free one
 * @param tls what https is served with; empty: plain http
 */
public record Listener(String host, int port, Optional<SSLContext> tls) {

    String scheme() {
        return tls.isPresent() ? "https" : "http";
    }
}
