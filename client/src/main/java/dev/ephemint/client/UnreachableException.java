package dev.ephemint.client;

import org.jspecify.annotations.Nullable;

/** No connection: refused, connect timeout, unknown host or failed TLS handshake. The request was never sent. */
public final class UnreachableException extends EphemintException {

    private static final long serialVersionUID = 1L;

    public UnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
