package dev.ephemint.server.app;

/** The facade could not start, and left nothing running. The message is for the operator. */
public final class StartFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
