package dev.ephemint.server.sandbox.socket;

import dev.ephemint.server.sandbox.wire.VendorRequest;
import java.util.Optional;

/** Who gets a vendor's socket. */
@FunctionalInterface
public interface SocketEndpoint {

    /** Empty where no socket is. */
    Optional<HandshakeResult> accept(VendorRequest request);
}
