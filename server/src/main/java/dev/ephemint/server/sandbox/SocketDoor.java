package dev.ephemint.server.sandbox;

import java.util.Optional;

/** Who gets a vendor's socket. */
@FunctionalInterface
interface SocketDoor {

    /** Empty where no socket is. */
    Optional<Welcome> knock(Inquiry inquiry);
}
