package dev.ephemint.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The attempts of one call, until one succeeds or the rules know no further one. No thread waits in between. */
final class Attempts<T> {

    private final Supplier<CompletableFuture<T>> attempt;
    private final Patience patience;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    private Attempts(Supplier<CompletableFuture<T>> attempt, Patience patience) {
        this.attempt = attempt;
        this.patience = patience;
    }

    /** Cancelling the future gives up the attempt under way, or the wait for the next. */
    static <T> CompletableFuture<T> of(Supplier<CompletableFuture<T>> attempt, Patience patience) {
        Attempts<T> attempts = new Attempts<>(attempt, patience);
        attempts.start(0);
        return attempts.outcome;
    }

    private void start(int retries) {
        if (outcome.isDone()) {
            return;
        }
        try {
            CompletableFuture<T> answer = attempt.get();
            CompletableFuture<Void> deadline = patience.timer().after(patience.timeout());
            deadline.thenRun(this::giveUp);
            endWithOutcome(answer);
            answer.whenComplete((value, failure) -> {
                deadline.cancel(false);
                settle(value, failure, retries);
            });
        } catch (RuntimeException broken) {
            outcome.completeExceptionally(broken);
        }
    }

    private void settle(@Nullable T value, @Nullable Throwable failure, int retries) {
        if (failure == null) {
            outcome.complete(value);
            return;
        }
        Throwable reason = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        waitAfter(reason, retries)
                .ifPresentOrElse(wait -> retry(wait, retries + 1), () -> outcome.completeExceptionally(reason));
    }

    private Optional<Duration> waitAfter(Throwable reason, int retries) {
        return reason instanceof EphemintException known ? patience.rules().wait(known, retries) : Optional.empty();
    }

    private void retry(Duration wait, int retries) {
        CompletableFuture<Void> waited = patience.timer().after(wait);
        endWithOutcome(waited);
        waited.thenRunAsync(() -> start(retries));
    }

    private void giveUp() {
        outcome.completeExceptionally(new NoAnswerException("No whole answer within " + patience.timeout(), null));
    }

    private void endWithOutcome(CompletableFuture<?> step) {
        outcome.whenComplete((value, failure) -> step.cancel(true));
    }
}
