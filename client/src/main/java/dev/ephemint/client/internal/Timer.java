package dev.ephemint.client.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Returns a future that completes after a wait and can be cancelled. */
@FunctionalInterface
public interface Timer {

    Timer SYSTEM = wait -> new CompletableFuture<Void>().completeOnTimeout(null, wait.toNanos(), TimeUnit.NANOSECONDS);

    CompletableFuture<Void> after(Duration wait);
}
