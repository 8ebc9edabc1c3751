package dev.ephemint.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ClockTimerTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private final ClockTimer timer = ClockTimer.start();

    @AfterEach
    void close() {
        timer.close();
    }

    @Test
    void abortsACallThatIsDueBeforeOthers() {
        CompletableFuture<Boolean> late = new CompletableFuture<>();
        CompletableFuture<Boolean> due = new CompletableFuture<>();
        timer.after(NEVER, () -> late.complete(true));

        timer.after(Duration.ofMillis(1), () -> due.complete(true));

        assertThat(due.join()).isTrue();
        assertThat(late).isNotDone();
    }

    @Test
    void doesNotAbortACallThatHasEnded() {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        CompletableFuture<Boolean> due = new CompletableFuture<>();
        timer.after(Duration.ofMillis(200), () -> ended.complete(true)).close();

        timer.after(Duration.ofMillis(201), () -> due.complete(true));

        assertThat(due.join()).isTrue();
        assertThat(ended).isNotDone();
    }

    @Test
    void anAbortThatFailsEndsNoOther() {
        CompletableFuture<Boolean> due = new CompletableFuture<>();
        timer.after(Duration.ZERO, () -> {
            throw new IllegalStateException("planted");
        });

        timer.after(Duration.ofMillis(1), () -> due.complete(true));

        assertThat(due.join()).isTrue();
    }
}
