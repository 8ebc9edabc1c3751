package dev.ephemint.server.sandbox;

import java.util.Set;

/**
 * The interfaces of one imitated vendor.
 *
 * @param sessionPaths where it serves sockets and WebRTC calls; it mints at other paths
 */
record VendorEndpoints(HttpEndpoint http, SocketEndpoint sockets, Set<String> sessionPaths) {

    VendorEndpoints {
        sessionPaths = Set.copyOf(sessionPaths);
    }
}
