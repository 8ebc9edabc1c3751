package dev.ephemint.server.sandbox.socket;

import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import java.util.Set;

/**
 * The interfaces of one imitated vendor.
 *
 * @param sessionPaths the paths of sockets and WebRTC calls; mints have other paths
 */
public record VendorEndpoints(HttpEndpoint http, SocketEndpoint sockets, Set<String> sessionPaths) {

    public VendorEndpoints {
        sessionPaths = Set.copyOf(sessionPaths);
    }
}
