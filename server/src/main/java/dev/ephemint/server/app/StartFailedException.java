package dev.ephemint.server.app;

/** The service could not start; nothing is left running. The message is for the operator. */
public final class StartFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
