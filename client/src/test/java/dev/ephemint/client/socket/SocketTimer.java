package dev.ephemint.client.socket;

import dev.ephemint.client.internal.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A socket's time: waits between connections are over at once, all else passes when told. */
final class SocketTimer implements Timer {

    /** As {@link TranscriptionSocketBuilder} has them. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final BlockingQueue<CompletableFuture<Void>> timeouts = new LinkedBlockingQueue<>();
    private final BlockingQueue<CompletableFuture<Void>> looks = new LinkedBlockingQueue<>();

    @Override
    public CompletableFuture<Void> after(Duration wait) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        if (wait.equals(TIMEOUT)) {
            timeouts.add(over);
        } else if (wait.equals(KEEP_ALIVE)) {
            looks.add(over);
        } else {
            waits.add(wait);
            over.complete(null);
        }
        return over;
    }

    /** The next timeout that somebody waits for is over. */
    void timeOut() {
        end(timeouts);
    }

    /** Every timeout that is waited for is over, until something has happened. */
    void timeOutUntil(CompletableFuture<?> over) throws InterruptedException {
        endUntil(over, timeouts);
    }

    /** The watchdog looks, once it waits to. */
    void look() {
        end(looks);
    }

    /** The watchdog looks as often as it waits to, until something has happened. */
    void lookUntil(CompletableFuture<?> over) throws InterruptedException {
        endUntil(over, looks);
    }

    private static void endUntil(CompletableFuture<?> over, BlockingQueue<CompletableFuture<Void>> queue)
            throws InterruptedException {
        while (!over.isDone()) {
            CompletableFuture<Void> next = queue.poll(10, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.complete(null);
            }
        }
    }

    private static void end(BlockingQueue<CompletableFuture<Void>> queue) {
        try {
            while (!queue.take().complete(null)) {
                // That one was called off.
            }
        } catch (InterruptedException tooLate) {
            throw new AssertionError("nobody waits", tooLate);
        }
    }
}
