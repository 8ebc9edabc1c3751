package dev.ephemint.client;

import dev.ephemint.client.internal.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Timer whose waits end at once; the test completes deadlines. */
final class FakeTimer implements Timer {

    /** Longer than any wait between attempts, which distinguishes the two. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    final List<Duration> waits = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<Void>> deadlines = new CopyOnWriteArrayList<>();

    @Override
    public CompletableFuture<Void> after(Duration wait) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        if (wait.equals(TIMEOUT)) {
            deadlines.add(over);
        } else {
            waits.add(wait);
            over.complete(null);
        }
        return over;
    }
}
