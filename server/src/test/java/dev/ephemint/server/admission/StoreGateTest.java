package dev.ephemint.server.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ephemint.server.admission.CallStore.OpenedCall;
import dev.ephemint.server.admission.Decision.Admitted;
import dev.ephemint.server.admission.Decision.Limited;
import dev.ephemint.server.admission.Decision.Mode;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.testing.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class StoreGateTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SettableClock clock = new SettableClock();
    private final AwayAdmission store = new AwayAdmission();
    private final StoreGate unit = new StoreGate(store, PAUSE, this::nanos, NOPLogger.NOP_LOGGER);

    @Test
    void asksADeadStoreOncePerPause() {
        for (int i = 0; i < 100; i++) {
            refused(Deadline.none());
        }
        assertThat(store.asked()).isEqualTo(1);

        clock.advance(PAUSE);
        refused(Deadline.none());
        refused(Deadline.none());
        assertThat(store.asked()).isEqualTo(2);
    }

    @Test
    void callsAreNotLookedForInADeadStoreEither() {
        AtomicInteger asked = new AtomicInteger();
        CallStore calls = unit.of(new AwayCalls(asked));
        Map<String, String> none = Map.of();
        assertThatExceptionOfType(StoreAwayException.class)
                .isThrownBy(() -> calls.upstream("a", "rtc_1", Deadline.none()));
        assertThatExceptionOfType(StoreAwayException.class)
                .isThrownBy(() -> calls.keep(new OpenedCall("a", "rtc_1", "one"), () -> none, Deadline.none()));
        assertThatExceptionOfType(StoreAwayException.class)
                .isThrownBy(() -> calls.record("a", () -> none, Deadline.none()));
        refused(Deadline.none());

        assertThat(asked).hasValue(1);
        assertThat(store.asked()).isZero();
    }

    /** @param asked how often it was asked */
    private record AwayCalls(AtomicInteger asked) implements CallStore {

        @Override
        public void keep(OpenedCall call, Supplier<Map<String, String>> audit, Deadline deadline) {
            away();
        }

        @Override
        public Optional<String> upstream(String caller, String id, Deadline deadline) {
            away();
            return Optional.empty();
        }

        @Override
        public void record(String caller, Supplier<Map<String, String>> audit, Deadline deadline) {
            away();
        }

        private void away() {
            asked.incrementAndGet();
            throw new StoreAwayException("away");
        }
    }

    @Test
    void goesBackToTheStoreByItself() {
        refused(Deadline.none());
        store.back();
        refused(Deadline.none());

        clock.advance(PAUSE);
        assertThat(admit()).isInstanceOf(Admitted.class);
        assertThat(admit()).isInstanceOf(Admitted.class);
    }

    @Test
    void aRequestWithoutTimeLeftSaysNothingAboutTheStore() {
        refused(Deadline.within(Duration.ZERO));
        store.back();

        assertThat(admit()).isInstanceOf(Admitted.class);
    }

    @Test
    void eachReplicaAdmitsItsPartWhileTheStoreIsAway() {
        FallbackAdmission replica = new FallbackAdmission(unit, 3, clock);

        assertThat(admitted(replica, Claims.perMinute(10), 10)).isEqualTo(3);
        assertThat(admitted(new FallbackAdmission(unit, 3, clock), Claims.perMinute(2), 10))
                .isZero();
    }

    @Test
    void whatTheStoreAdmittedCountsAgainstThePartOfThisReplica() {
        FallbackAdmission replica = new FallbackAdmission(store, 2, clock);
        store.back();
        replica.admit(Claims.of("a", Claims.perMinute(10)), Deadline.none());
        replica.admit(Claims.of("a", Claims.perMinute(10)), Deadline.none());
        store.away();

        assertThat(admitted(replica, Claims.perMinute(10), 10)).isEqualTo(3);
    }

    @Test
    void localDecisionsSayTheyAreLocal() {
        FallbackAdmission replica = new FallbackAdmission(unit, 1, clock);

        assertThat(replica.admit(Claims.of("a", Limits.NONE), Deadline.none()))
                .isEqualTo(new Admitted(Mode.LOCAL, java.util.List.of()));
    }

    @Test
    void aTokenThatSettlesWhileTheStoreIsAwayIsClosedLocally() {
        FallbackAdmission replica = new FallbackAdmission(unit, 1, clock);
        Claim claim = Claims.of("a", Claims.open(1));
        replica.admit(claim, Deadline.none());

        assertThatExceptionOfType(StoreAwayException.class)
                .isThrownBy(() -> replica.settle(claim, Claims.failed(), Deadline.none()));
        assertThat(replica.admit(Claims.of("a", Claims.open(1)), Deadline.none()))
                .isNotInstanceOf(Limited.class);
    }

    private int admitted(Admission admission, Limits limits, int requests) {
        int admitted = 0;
        for (int i = 0; i < requests; i++) {
            admitted += admission.admit(Claims.of("a", limits), Deadline.none()) instanceof Admitted ? 1 : 0;
        }
        return admitted;
    }

    private Decision admit() {
        return unit.admit(Claims.of("a", Limits.NONE), Deadline.none());
    }

    private void refused(Deadline deadline) {
        assertThatExceptionOfType(StoreAwayException.class)
                .isThrownBy(() -> unit.admit(Claims.of("a", Limits.NONE), deadline));
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
