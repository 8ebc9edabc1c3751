package dev.ephemint.client;

import org.jspecify.annotations.Nullable;

/** The request left and no whole answer came back: too late, broken off, or the caller stopped waiting. It may have minted. */
public final class NoResponseException extends EphemintException {

    private static final long serialVersionUID = 1L;

    NoResponseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
