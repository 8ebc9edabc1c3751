package dev.ephemint.conformance.profile;

/** A profile that cannot be used; the message names the file or profile, the property and what to do. */
public final class InvalidProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidProfileException(String message) {
        super(message);
    }
}
