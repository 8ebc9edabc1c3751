package dev.ephemint.server.sandbox.fault;

import dev.ephemint.server.sandbox.azure.AzureAccess;
import dev.ephemint.server.sandbox.socket.SocketContext;
import dev.ephemint.server.sandbox.socket.SocketEndpoint;
import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import java.time.Clock;

/**
 * One thing that is wrong with a vendor, an account or the network between. Each hook returns what it is given unless
 * the fault acts there.
 */
interface Fault {

    /** The vendor's clock. */
    default Clock clock(Clock clock) {
        return clock;
    }

    /** Azure's check of standing credentials. */
    default AzureAccess access(AzureAccess access, FaultContext context) {
        return access;
    }

    /** All HTTP requests: mints, the list of models, WebRTC calls. */
    default HttpEndpoint http(HttpEndpoint endpoint, FaultContext context) {
        return endpoint;
    }

    /** The handshake of a socket. */
    default SocketEndpoint handshake(SocketEndpoint endpoint, FaultContext context) {
        return endpoint;
    }

    /** What all sockets share once they are open: protocol, models, deployments. */
    default SocketContext sockets(SocketContext shared, FaultContext context) {
        return shared;
    }
}
