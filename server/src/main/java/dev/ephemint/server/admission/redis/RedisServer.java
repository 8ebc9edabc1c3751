package dev.ephemint.server.admission.redis;

import dev.ephemint.server.mint.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the shared store is.
 *
 * @param url {@code redis://host:6379/0}, or {@code rediss://} for TLS; without a password
 * @param password if the server asks for one
 * @param timeout for a connection and for each reply
 * @param connections at most this many at once
 */
public record RedisServer(URI url, Optional<Secret> password, Duration timeout, int connections) {

    private static final int PORT = 6379;

    String host() {
        return url.getHost();
    }

    int port() {
        return url.getPort() < 0 ? PORT : url.getPort();
    }

    boolean tls() {
        return "rediss".equals(url.getScheme());
    }

    /** The ACL user in the URL; empty: the server's default user. */
    Optional<String> user() {
        return Optional.ofNullable(url.getUserInfo()).filter(user -> !user.isEmpty());
    }

    int database() {
        String path = url.getPath() == null ? "" : url.getPath().replace("/", "");
        return path.isEmpty() ? 0 : Integer.parseInt(path);
    }
}
