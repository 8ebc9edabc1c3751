package dev.ephemint.server.sandbox;

import java.util.Optional;

/** Who gets a vendor's socket. */
@FunctionalInterface
interface SocketEndpoint {

    /** Empty where no socket is. */
    Optional<HandshakeResult> accept(VendorRequest request);
}
