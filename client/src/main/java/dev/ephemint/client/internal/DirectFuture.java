package dev.ephemint.client.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A future whose asynchronous stages run in the thread that completes the one before, without a hand-over. */
final class DirectFuture<T> extends CompletableFuture<T> {

    @Override
    public Executor defaultExecutor() {
        return Runnable::run;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new DirectFuture<>();
    }
}
