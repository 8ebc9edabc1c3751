package dev.ephemint.conformance.gateway;

/** The target gave no HTTP response: it refused the connection, reset it, or was silent until the deadline. */
public final class NoResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoResponseException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
