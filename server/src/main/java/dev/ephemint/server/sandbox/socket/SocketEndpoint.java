package dev.ephemint.server.sandbox.socket;

import dev.ephemint.server.sandbox.wire.VendorRequest;
import java.util.Optional;

/** A vendor's sockets. */
@FunctionalInterface
public interface SocketEndpoint {

    /** Empty if there is no socket at the path. */
    Optional<HandshakeResult> accept(VendorRequest request);
}
