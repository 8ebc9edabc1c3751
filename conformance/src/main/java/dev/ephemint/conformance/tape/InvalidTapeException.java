package dev.ephemint.conformance.tape;

/** A tape that must not be used as it stands. */
public final class InvalidTapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidTapeException(String name, String reason) {
        super("tape " + name + ": " + reason);
    }
}
