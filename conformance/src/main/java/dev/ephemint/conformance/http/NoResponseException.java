package dev.ephemint.conformance.http;

/** The target gave no complete HTTP response: it refused the connection, reset it, or was silent until the deadline. */
public final class NoResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;

    public NoResponseException(String reason, Throwable cause) {
        super(reason, cause);
        this.kind = cause.getClass().getSimpleName();
    }

    /** The name of what happened, such as {@code SocketException}: nothing of what was sent or received. */
    public String kind() {
        return kind;
    }
}
