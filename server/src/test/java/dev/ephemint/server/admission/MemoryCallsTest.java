package dev.ephemint.server.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ephemint.server.admission.CallStore.OpenedCall;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.testing.SettableClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MemoryCallsTest {

    private final SettableClock clock = new SettableClock();
    private final MemoryCalls unit = new MemoryCalls(clock);

    @Test
    void aCallerKeepsAtMostTenThousandAndLosesItsOldest() {
        keep("b", "0");
        for (int i = 0; i <= CallStore.MOST; i++) {
            keep("a", Integer.toString(i));
        }

        assertThat(found("a", "0")).isFalse();
        assertThat(found("a", "1")).isTrue();
        assertThat(found("a", Integer.toString(CallStore.MOST))).isTrue();
        assertThat(found("b", "0")).isTrue();
    }

    @Test
    void aFullStoreKeepsNoFurtherCallUntilOthersHaveEnded() {
        for (int i = 0; i < MemoryCalls.MOST_OF_ALL; i++) {
            keep("caller" + i / CallStore.MOST, Integer.toString(i));
        }

        assertThatExceptionOfType(StoreAwayException.class).isThrownBy(() -> keep("a", "1"));
        clock.advance(CallStore.KEPT);
        keep("a", "1");
        assertThat(found("a", "1")).isTrue();
        assertThat(found("caller0", "0")).isFalse();
    }

    @Test
    void aCallThatIsKeptAgainCountsOnceAndIsKeptAnew() {
        keep("a", "1");
        clock.advance(CallStore.KEPT.minus(Duration.ofMillis(1)));
        for (int i = 0; i < CallStore.MOST + 1; i++) {
            keep("a", "1");
        }
        clock.advance(Duration.ofMinutes(1));
        keep("a", "2");

        assertThat(found("a", "1")).isTrue();
        assertThat(found("a", "2")).isTrue();
    }

    private void keep(String caller, String id) {
        unit.keep(new OpenedCall(caller, id, "one"), Map::of, Deadline.none());
    }

    private boolean found(String caller, String id) {
        return unit.upstream(caller, id, Deadline.none()).isPresent();
    }
}
