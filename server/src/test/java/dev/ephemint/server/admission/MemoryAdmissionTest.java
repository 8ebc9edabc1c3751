package dev.ephemint.server.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.admission.Decision.Admitted;
import dev.ephemint.server.admission.Decision.Limited;
import dev.ephemint.server.admission.Decision.Mode;
import dev.ephemint.server.admission.Decision.Repeated;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailure.RepeatedRequest.First;
import dev.ephemint.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryAdmissionTest {

    private static final Deadline DEADLINE = Deadline.none();

    private final SettableClock clock = new SettableClock();
    private final MemoryAdmission unit = new MemoryAdmission(clock, Mode.MEMORY);

    @Test
    void neverAdmitsMoreThanTheLimitInAnyPeriodOfItsLength() {
        Limits limits = Claims.perMinute(10);
        Random random = new Random(1);
        Deque<Long> lastMinute = new ArrayDeque<>();

        for (int i = 0; i < 5_000; i++) {
            clock.advance(Duration.ofMillis(random.nextInt(4_000)));
            long now = clock.millis();
            lastMinute.removeIf(time -> time <= now - 60_000);
            if (unit.admit(Claims.of("a", limits), DEADLINE) instanceof Admitted) {
                lastMinute.add(now);
            }
            assertThat(lastMinute).hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void admitsAgainAfterTheWaitThatItNamed() {
        Limits limits = Claims.perMinute(1);
        unit.admit(Claims.of("a", limits), DEADLINE);
        Limited limited = (Limited) unit.admit(Claims.of("a", limits), DEADLINE);

        clock.advance(limited.retryAfter().minusMillis(1));
        assertThat(unit.admit(Claims.of("a", limits), DEADLINE)).isInstanceOf(Limited.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(unit.admit(Claims.of("a", limits), DEADLINE)).isInstanceOf(Admitted.class);
        assertThat(limited.retryAfter()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
    }

    @Test
    void callersDoNotShareALimit() {
        unit.admit(Claims.of("a", Claims.perMinute(1)), DEADLINE);

        assertThat(unit.admit(Claims.of("b", Claims.perMinute(1)), DEADLINE)).isInstanceOf(Admitted.class);
    }

    @Test
    void anExpiredTokenIsNoLongerOpen() {
        Claim first = Claims.of("a", Claims.open(1));
        unit.admit(first, DEADLINE);
        unit.settle(first, Claims.minted(clock.millis() + 5_000), DEADLINE);

        assertThat(unit.admit(Claims.of("a", Claims.open(1)), DEADLINE)).isInstanceOf(Limited.class);
        clock.advance(Duration.ofSeconds(5));
        assertThat(unit.admit(Claims.of("a", Claims.open(1)), DEADLINE)).isInstanceOf(Admitted.class);
    }

    @Test
    void settlesAMintOnce() {
        Claim first = Claims.of("a", Claims.open(2));
        unit.admit(first, DEADLINE);
        unit.settle(first, Claims.minted(clock.millis() + 5_000), DEADLINE);
        unit.settle(first, Claims.minted(clock.millis() + 5_000), DEADLINE);

        assertThat(unit.admit(Claims.of("a", Claims.open(2)), DEADLINE)).isInstanceOf(Admitted.class);
        assertThat(unit.admit(Claims.of("a", Claims.open(2)), DEADLINE)).isInstanceOf(Limited.class);
    }

    @Test
    void tokensThatExpireTogetherAreCountedOneByOne() {
        Instant expiry = clock.instant().plusSeconds(5);
        for (int i = 0; i < 3; i++) {
            Claim claim = Claims.of("a", Claims.open(3));
            unit.admit(claim, DEADLINE);
            unit.settle(claim, Claims.minted(expiry.toEpochMilli()), DEADLINE);
        }

        Limited limited = (Limited) unit.admit(Claims.of("a", Claims.open(3)), DEADLINE);

        assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aMintWhoseTokenHasNoExpiryHoldsItForAsLongAsOneCanLive() {
        Claim first = Claims.of("a", Claims.open(1));
        unit.admit(first, DEADLINE);
        unit.settle(first, new Settlement(true, Optional.empty(), Map::of), DEADLINE);

        clock.advance(Claims.HOLD.minusMillis(1));
        assertThat(unit.admit(Claims.of("a", Claims.open(1)), DEADLINE)).isInstanceOf(Limited.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(unit.admit(Claims.of("a", Claims.open(1)), DEADLINE)).isInstanceOf(Admitted.class);
    }

    @Test
    void aFailedMintOpensNoTokenButCountsAsARequest() {
        Claim first = Claims.of("a", Claims.open(1));
        unit.admit(first, DEADLINE);
        unit.settle(first, Claims.failed(), DEADLINE);
        assertThat(unit.admit(Claims.of("a", Claims.open(1)), DEADLINE)).isInstanceOf(Admitted.class);

        Claim counted = Claims.of("b", Claims.perMinute(1));
        unit.admit(counted, DEADLINE);
        unit.settle(counted, Claims.failed(), DEADLINE);
        assertThat(unit.admit(Claims.of("b", Claims.perMinute(1)), DEADLINE)).isInstanceOf(Limited.class);
    }

    @Test
    void aMintThatNeverSettlesHoldsItsTokenForAsLongAsOneCanLive() {
        unit.admit(Claims.of("a", Claims.open(1)), DEADLINE);

        clock.advance(Claims.HOLD.minusMillis(1));
        assertThat(unit.admit(Claims.of("a", Claims.open(1)), DEADLINE)).isInstanceOf(Limited.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(unit.admit(Claims.of("a", Claims.open(1)), DEADLINE)).isInstanceOf(Admitted.class);
    }

    @Test
    void anIdempotencyKeyMintsOnce() {
        Claim first = Claims.with(Claims.of("a", Limits.NONE), "key", "digest");
        unit.admit(first, DEADLINE);

        assertThat(again("digest")).isEqualTo(new Repeated(First.RUNNING));
        unit.settle(first, Claims.minted(clock.millis() + 1), DEADLINE);
        assertThat(again("digest")).isEqualTo(new Repeated(First.MINTED));
        assertThat(again("other")).isEqualTo(new Repeated(First.OTHER));
        clock.advance(Claim.Once.KEPT);
        assertThat(again("digest")).isInstanceOf(Admitted.class);
    }

    @Test
    void anIdempotencyKeyIsFreeAgainAfterAFailure() {
        Claim first = Claims.with(Claims.of("a", Limits.NONE), "key", "digest");
        unit.admit(first, DEADLINE);
        unit.settle(first, Claims.failed(), DEADLINE);

        assertThat(again("other")).isInstanceOf(Admitted.class);
    }

    @Test
    void whatCountsNoLongerIsRemoved() {
        for (int i = 0; i < 10_000; i++) {
            clock.advance(Duration.ofSeconds(1));
            unit.admit(Claims.with(Claims.of("a" + i, Claims.perMinute(1)), "key", "digest"), DEADLINE);
        }

        assertThat(unit.size()).isLessThan(2_500);
    }

    private Decision again(String digest) {
        return unit.admit(Claims.with(Claims.of("a", Limits.NONE), "key", digest), DEADLINE);
    }
}
