package dev.ephemint.conformance.traffic;

/** A file that is not what it should be; the message names file and place, and nothing of the content. */
public final class InvalidTrafficException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidTrafficException(String place, String problem) {
        super(place + ": " + problem);
    }
}
