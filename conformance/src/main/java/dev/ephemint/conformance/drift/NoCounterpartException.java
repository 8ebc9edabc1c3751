package dev.ephemint.conformance.drift;

/** An old tape that has no new one to compare with. */
public final class NoCounterpartException extends Exception {
    private static final long serialVersionUID = 1L;

    NoCounterpartException(String reason) {
        super(reason);
    }
}
