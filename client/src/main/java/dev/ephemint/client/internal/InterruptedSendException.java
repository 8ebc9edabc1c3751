package dev.ephemint.client.internal;

/** The thread that waited for a response was interrupted. */
public final class InterruptedSendException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InterruptedSendException(InterruptedException cause) {
        super(cause);
    }
}
