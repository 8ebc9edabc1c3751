package dev.ephemint.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LazyTimerTest {

    private final LazyTimer timer = LazyTimer.start();

    @Test
    void completesTheEarlierDeadlineFirst() {
        CompletableFuture<Void> later = timer.after(Duration.ofDays(1));
        CompletableFuture<Void> earlier = timer.after(Duration.ofMillis(1));

        assertThat(earlier.join()).isNull();
        assertThat(later).isNotDone();
    }

    @Test
    void completesDeadlinesAfterOneThatWasCancelled() {
        assertThat(timer.after(Duration.ofDays(1)).cancel(false)).isTrue();

        assertThat(timer.after(Duration.ofMillis(2)).join()).isNull();
        assertThat(timer.after(Duration.ZERO).join()).isNull();
    }

    @Test
    void completesManyFromManyThreads() {
        CompletableFuture<?>[] waits = new CompletableFuture<?>[200];
        for (int i = 0; i < waits.length; i++) {
            Duration wait = Duration.ofNanos(i * 7_919L % 100_000);
            waits[i] = CompletableFuture.runAsync(() -> {}).thenCompose(begun -> timer.after(wait));
        }

        assertThat(CompletableFuture.allOf(waits).join()).isNull();
    }

    @Test
    void forgetsACancelledDeadline() {
        CompletableFuture<Void> kept = timer.after(Duration.ofDays(1));
        timer.after(Duration.ofDays(1)).cancel(false);

        assertThat(timer.pending()).containsExactly(kept);
    }

    @Test
    void cancelledDeadlineIsCancelledOnce() {
        CompletableFuture<Void> deadline = timer.after(Duration.ofDays(1));

        assertThat(deadline.cancel(false)).isTrue();
        assertThat(deadline.cancel(false)).isTrue();
        assertThat(deadline).isCancelled();
    }

    @Test
    void completedDeadlineCannotBeCancelled() {
        CompletableFuture<Void> over = timer.after(Duration.ZERO);

        assertThat(over.join()).isNull();
        assertThat(over.cancel(false)).isFalse();
    }

    @Test
    void survivesADependentThatThrows() {
        CompletableFuture<Void> broken = timer.after(Duration.ofMillis(1)).thenRun(() -> {
            throw new IllegalStateException("from a dependent");
        });

        assertThat(broken)
                .failsWithin(Duration.ofMinutes(1))
                .withThrowableThat()
                .withCauseInstanceOf(IllegalStateException.class);
        assertThat(timer.after(Duration.ofMillis(1)).join()).isNull();
    }
}
