package dev.ephemint.client.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Time that passes: a future that completes once a wait is over, and that can be cancelled. */
@FunctionalInterface
public interface Timer {

    Timer SYSTEM = wait -> new CompletableFuture<Void>().completeOnTimeout(null, wait.toNanos(), TimeUnit.NANOSECONDS);

    CompletableFuture<Void> after(Duration wait);
}
