package dev.ephemint.server.mint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private final AtomicLong nanos = new AtomicLong(-7);
    private final Deadline unit = Deadline.within(Duration.ofNanos(100), nanos::get);

    @Test
    void leavesLessAsTimePasses() {
        nanos.addAndGet(40);

        assertThat(unit.remaining()).isEqualTo(Duration.ofNanos(60));
        assertThat(unit.remaining(Duration.ofNanos(50))).isEqualTo(Duration.ofNanos(50));
        assertThat(unit.remaining(Duration.ofNanos(70))).isEqualTo(Duration.ofNanos(60));
        assertThat(unit.passed()).isFalse();
    }

    @Test
    void leavesNothingOnceItHasPassed() {
        nanos.addAndGet(100);

        assertThat(unit.passed()).isTrue();

        nanos.addAndGet(1);

        assertThat(unit.remaining()).isZero();
    }

    @Test
    void countsFromAnEarlierMoment() {
        long minuteAgo = System.nanoTime() - Duration.ofMinutes(1).toNanos();

        assertThat(Deadline.after(minuteAgo, Duration.ofSeconds(59)).passed()).isTrue();
        assertThat(Deadline.after(minuteAgo, Duration.ofHours(1)).passed()).isFalse();
    }

    @Test
    void noneIsFarAway() {
        assertThat(Deadline.none().passed()).isFalse();
    }

    @Test
    void showsWhatIsLeft() {
        assertThat(unit).hasToString("Deadline[remaining=PT0.0000001S]");
    }
}
