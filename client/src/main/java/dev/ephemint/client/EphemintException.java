package dev.ephemint.client;

import org.jspecify.annotations.Nullable;

/**
 * A call that brought no client secret, or a socket that was refused or broke. Neither message nor cause holds a secret or
 * an answer's body.
 */
public abstract sealed class EphemintException extends RuntimeException
        permits AnswerException,
                UnreachableException,
                NoAnswerException,
                SocketRefusedException,
                SocketBrokenException {

    private static final long serialVersionUID = 1L;

    EphemintException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
