package dev.ephemint.client;

import org.jspecify.annotations.Nullable;

/**
 * The request was sent, but no complete response was received: timeout, broken connection, or interrupted caller. A client
 * secret may have been minted.
 */
public final class NoResponseException extends EphemintException {

    private static final long serialVersionUID = 1L;

    public NoResponseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
