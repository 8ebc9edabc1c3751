package dev.ephemint.conformance.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class DeadlineTest {

    @Test
    void isOverAfterItsTime() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
        Deadline deadline = new Deadline(nanos::get, Duration.ofNanos(10));

        nanos.addAndGet(9);
        assertThat(deadline.isOver()).isFalse();
        nanos.incrementAndGet();
        assertThat(deadline.isOver()).isTrue();
    }
}
