package dev.ephemint.conformance.record;

/** A tape that still holds what looks like a credential; it is not written. */
public final class SuspectedSecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param form length and alphabet of the text, never the text */
    SuspectedSecretException(String tape, String place, String form) {
        super("tape " + tape + ": not written: " + place + " looks like a credential (" + form + ")");
    }
}
