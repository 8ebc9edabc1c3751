package dev.ephemint.server.http;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The address to listen on.
 *
 * @param port 0: any free one
 * @param tls for https; empty: plain http
 */
public record Listener(String host, int port, Optional<SSLContext> tls) {

    String scheme() {
        return tls.isPresent() ? "https" : "http";
    }
}
