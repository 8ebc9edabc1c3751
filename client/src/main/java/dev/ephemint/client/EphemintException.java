package dev.ephemint.client;

import org.jspecify.annotations.Nullable;

/**
 * A call without a client secret, a socket that was refused or broke, or audio without a text. Neither message nor cause holds a secret or
 * an answer's body.
 */
public abstract sealed class EphemintException extends RuntimeException
        permits ResponseException,
                UnreachableException,
                NoResponseException,
                SocketRefusedException,
                SocketBrokenException,
                TranscriptionFailedException {

    private static final long serialVersionUID = 1L;

    EphemintException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
