package dev.ephemint.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Waits for an asynchronous call as if it had been made by this thread. */
final class Blocking {

    private Blocking() {}

    static <T> T await(CompletableFuture<T> call) {
        try {
            return call.get();
        } catch (InterruptedException interrupted) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoResponseException("Interrupted while waiting for the response", interrupted);
        } catch (ExecutionException failed) {
            throw thrownHere(failed.getCause());
        }
    }

    /** Work that waits by itself. */
    static <T> T interruptibly(InterruptibleWork<T> work) {
        try {
            return work.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoResponseException("Interrupted while waiting to send", interrupted);
        }
    }

    /** What may be interrupted while it waits. */
    @FunctionalInterface
    interface InterruptibleWork<T> {
        T run() throws InterruptedException;
    }

    /** With the trace of the caller instead of a thread of the HTTP client. */
    static RuntimeException thrownHere(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        RuntimeException thrown =
                failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
        if (thrown instanceof EphemintException) {
            thrown.fillInStackTrace();
        }
        return thrown;
    }
}
