package dev.ephemint.client;

import dev.ephemint.client.internal.InterruptedSendException;
import dev.ephemint.client.internal.Interruption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The attempts of one call in the calling thread, until one succeeds or the rules allow no further one. */
final class BlockingAttempts<T> {

    private final Supplier<T> attempt;
    private final CallPolicy policy;
    private final Elapsed elapsed;

    private BlockingAttempts(Supplier<T> attempt, CallPolicy policy) {
        this.attempt = attempt;
        this.policy = policy;
        this.elapsed = new Elapsed(policy.clock());
    }

    /** An interrupt ends the current attempt, or the wait for the next. */
    static <T> T of(Supplier<T> attempt, CallPolicy policy) {
        return new BlockingAttempts<>(attempt, policy).run();
    }

    private T run() {
        for (int retries = 0; ; retries++) {
            try {
                return once();
            } catch (EphemintException failure) {
                Duration wait =
                        policy.rules().wait(failure, retries, elapsed.passed()).orElseThrow(() -> failure);
                elapsed.waited(wait);
                EphemintClient.BLOCKING.await(policy.timer().after(wait));
            }
        }
    }

    private T once() {
        CompletableFuture<Void> deadline = policy.timer().after(policy.timeout());
        try (Interruption late = new Interruption()) {
            CompletableFuture<Void> unused = deadline.thenRun(late::interrupt);
            return attempt(late);
        } finally {
            deadline.cancel(false);
        }
    }

    private T attempt(Interruption late) {
        try {
            return attempt.get();
        } catch (ResponseException complete) {
            throw complete;
        } catch (InterruptedSendException interrupted) {
            throw late.isInterrupted() ? policy.timedOut() : interrupted(interrupted);
        } catch (RuntimeException failure) {
            // An interrupt during a write closes the socket and fails like a broken connection.
            throw late.isInterrupted()
                    ? policy.timedOut()
                    : Thread.currentThread().isInterrupted() ? interrupted(null) : failure;
        }
    }

    private static NoResponseException interrupted(@Nullable InterruptedSendException cause) {
        Thread.currentThread().interrupt();
        return new NoResponseException(
                "Interrupted while waiting for the response", cause == null ? null : cause.getCause());
    }
}
