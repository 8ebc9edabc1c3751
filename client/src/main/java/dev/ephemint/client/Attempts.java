package dev.ephemint.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The attempts of one call, until one succeeds or the rules allow no further one. No thread blocks in between. */
final class Attempts<T> {

    private final Supplier<CompletableFuture<T>> attempt;
    private final CallPolicy policy;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final Elapsed elapsed;

    private Attempts(Supplier<CompletableFuture<T>> attempt, CallPolicy policy) {
        this.attempt = attempt;
        this.policy = policy;
        this.elapsed = new Elapsed(policy.clock());
    }

    /** Cancelling the future cancels the current attempt, or the wait for the next. */
    static <T> CompletableFuture<T> of(Supplier<CompletableFuture<T>> attempt, CallPolicy policy) {
        Attempts<T> attempts = new Attempts<>(attempt, policy);
        try {
            attempts.start(0);
        } catch (RuntimeException neverSent) {
            attempts.outcome.completeExceptionally(neverSent);
        }
        return attempts.outcome;
    }

    private void start(int retries) {
        if (outcome.isDone()) {
            return;
        }
        CompletableFuture<T> result = attempt.get();
        CompletableFuture<Void> deadline = policy.timer().after(policy.timeout());
        CompletableFuture<Void> unused = deadline.thenRun(this::giveUp);
        endWithOutcome(result);
        failWith(result.handle((value, failure) -> {
            deadline.cancel(false);
            settle(value, failure, retries);
            return null;
        }));
    }

    private void settle(@Nullable T value, @Nullable Throwable failure, int retries) {
        if (failure == null) {
            outcome.complete(value);
            return;
        }
        Throwable reason = unwrapped(failure);
        Optional<Duration> wait = reason instanceof EphemintException known
                ? policy.rules().wait(known, retries, elapsed.passed())
                : Optional.empty();
        if (wait.isPresent()) {
            retry(wait.get(), retries + 1);
        } else {
            outcome.completeExceptionally(reason);
        }
    }

    private void retry(Duration wait, int retries) {
        elapsed.waited(wait);
        CompletableFuture<Void> waited = policy.timer().after(wait);
        endWithOutcome(waited);
        failWith(waited.thenRunAsync(() -> start(retries)));
    }

    private void giveUp() {
        outcome.completeExceptionally(policy.timedOut());
    }

    private void endWithOutcome(CompletableFuture<?> step) {
        CompletableFuture<T> unused = outcome.whenComplete((value, failure) -> step.cancel(true));
    }

    /** An exception in a step itself would otherwise be lost, and the caller would wait forever. */
    private void failWith(CompletableFuture<?> step) {
        CompletableFuture<?> unused = step.whenComplete((value, broken) -> {
            if (broken != null) {
                outcome.completeExceptionally(unwrapped(broken));
            }
        });
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
