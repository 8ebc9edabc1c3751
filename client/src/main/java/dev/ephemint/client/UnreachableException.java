package dev.ephemint.client;

/** No connection: refused, too slow to open, an unknown host, or TLS that failed. The request never left. */
public final class UnreachableException extends EphemintException {

    private static final long serialVersionUID = 1L;

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
