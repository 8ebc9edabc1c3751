package dev.ephemint.client.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Waits for asynchronous calls and throws their failures in the waiting thread.
 *
 * @param own exceptions that get the caller's stack trace instead of the HTTP client thread's
 * @param interrupted makes the exception for an interrupted wait from a message and a cause
 */
public record Blocking(
        Class<? extends RuntimeException> own,
        BiFunction<String, InterruptedException, ? extends RuntimeException> interrupted) {

    /** Waits for a call; an interrupt cancels it. */
    public <T> T await(CompletableFuture<T> call) {
        try {
            return call.get();
        } catch (InterruptedException interrupt) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw interrupted.apply("Interrupted while waiting for the response", interrupt);
        } catch (ExecutionException failed) {
            throw thrownHere(failed.getCause());
        }
    }

    /** Runs work that blocks. */
    public <T> T interruptibly(InterruptibleWork<T> work) {
        try {
            return work.run();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw interrupted.apply("Interrupted while waiting to send", interrupt);
        }
    }

    /** Work that may be interrupted while it waits. */
    @FunctionalInterface
    public interface InterruptibleWork<T> {
        T run() throws InterruptedException;
    }

    /** The failure, with the caller's stack trace if it is one of the own exceptions. */
    public RuntimeException thrownHere(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        RuntimeException thrown =
                failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
        if (own.isInstance(thrown)) {
            thrown.fillInStackTrace();
        }
        return thrown;
    }
}
