package dev.ephemint.client.socket;

import dev.ephemint.client.internal.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Timer of a socket: waits between connections end at once, timeouts and checks when the test says so. */
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

    /** Ends the next timeout. */
    void timeOut() {
        end(timeouts);
    }

    /** Ends every timeout until the future completes. */
    void timeOutUntil(CompletableFuture<?> over) throws InterruptedException {
        endUntil(over, timeouts);
    }

    /** Ends the next wait of the watchdog. */
    void look() {
        end(looks);
    }

    /** Ends every wait of the watchdog until the future completes. */
    void lookUntil(CompletableFuture<?> over) throws InterruptedException {
        endUntil(over, looks);
    }

    private static void endUntil(CompletableFuture<?> over, BlockingQueue<CompletableFuture<Void>> queue)
            throws InterruptedException {
        CompletableFuture<Void> last = new CompletableFuture<>();
        CompletableFuture<?> unused = over.whenComplete((result, failure) -> queue.add(last));
        for (CompletableFuture<Void> next = queue.take(); next != last; next = queue.take()) {
            next.complete(null);
        }
    }

    private static void end(BlockingQueue<CompletableFuture<Void>> queue) {
        try {
            while (!queue.take().complete(null)) {
                // A cancelled wait.
            }
        } catch (InterruptedException tooLate) {
            throw new AssertionError("no wait started", tooLate);
        }
    }
}
