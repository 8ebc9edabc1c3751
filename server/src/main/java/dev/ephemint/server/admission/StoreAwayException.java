package dev.ephemint.server.admission;

/** The shared store did not respond in time. The message names the kind of failure, never an address or a password. */
public final class StoreAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreAwayException(String reason) {
        super(reason, null, false, false);
    }
}
