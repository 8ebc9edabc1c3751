package dev.ephemint.client.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Returns a future that completes after a wait and can be cancelled. */
@FunctionalInterface
public interface Timer {

    Timer SYSTEM = LazyTimer.start();

    CompletableFuture<Void> after(Duration wait);
}
