package dev.ephemint.client;

/** A connection that the vendor had taken ended without a reason that forbids another one. */
public final class SocketBrokenException extends EphemintException {

    private static final long serialVersionUID = 1L;

    SocketBrokenException(String message) {
        super(message, null);
    }
}
