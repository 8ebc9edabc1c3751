package dev.ephemint.client.internal;

import java.util.concurrent.CompletionException;

/** Removes the wrappers that stages put around their failure. */
public final class Futures {

    private Futures() {}

    public static RuntimeException unwrap(Throwable failure) {
        Throwable reason = failure;
        while (reason instanceof CompletionException && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason instanceof RuntimeException known
                ? known
                : new IllegalStateException("Failed by " + reason.getClass().getName(), reason);
    }
}
