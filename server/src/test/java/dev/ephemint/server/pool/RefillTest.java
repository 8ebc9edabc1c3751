package dev.ephemint.server.pool;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ephemint.server.http.LogCapture;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.CircuitOpen;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import dev.ephemint.server.mint.MintFailure.Overloaded;
import dev.ephemint.server.mint.MintFailure.RateLimited;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pool mints, keeps and drops, by a time that the test moves. */
final class RefillTest {

    private final PoolFixture vendor = new PoolFixture();

    @Test
    void fillsThePoolAndNoFurther() {
        vendor.pool(4).around(vendor);
        refill();
        refill();

        assertThat(vendor.asked).hasValue(4);
        assertThat(vendor.requests).allSatisfy(request -> {
            assertThat(request.endUser()).isEmpty();
            assertThat(request.body()).isEqualTo(PoolFixture.BODY);
            assertThat(request.context().deadline().remaining()).isEqualTo(Duration.ofSeconds(5));
        });
    }

    @ParameterizedTest
    @CsvSource({"600, 60, 60", "600, 3600, 300", "60, 60, 30", "10, 60, 5"})
    void aTokenIsUsableForTheFirstHalfOfItsLifetimeAtMost(long lifetime, long maxAge, long usable) {
        vendor.lifetime = lifetime;
        vendor.maxAge = Duration.ofSeconds(maxAge);
        Mint mint = vendor.pool(2).around(vendor);
        refill();

        vendor.pass(Duration.ofSeconds(usable).minusNanos(1));
        assertThat(value(mint)).isEqualTo("ek_planted_1");
        vendor.pass(Duration.ofNanos(1));
        assertThat(value(mint)).isEqualTo("ek_planted_3");
        assertThat(vendor.events).containsExactly("begins captions", "refilled", "refilled", "hit", "dropped", "miss");
    }

    @Test
    void replacesTokensThatBecomeTooOld() {
        vendor.pool(2).around(vendor);
        refill();
        vendor.pass(Duration.ofMinutes(1));
        refill();

        assertThat(vendor.asked).hasValue(4);
        assertThat(vendor.events)
                .containsExactly(
                        "begins captions", "refilled", "refilled", "dropped", "dropped", "refilled", "refilled");
    }

    @Test
    void keepsNoTokenWithoutAKnownLifetime() {
        vendor.lifetime = 0;
        Mint mint = vendor.pool(1).around(vendor);
        refill();

        assertThat(vendor.events).containsExactly("begins captions", "UnreadableResponse");
        assertThat(value(mint)).isEqualTo("ek_planted_2");
    }

    @Test
    void stopsAtAFailureAndWaitsTwiceAsLongEachTime() {
        vendor.pool(3).around(vendor);
        vendor.failure = new TimedOut();
        refill();
        refill();
        assertThat(vendor.asked).hasValue(1);

        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            int before = vendor.asked.get();
            vendor.pass(Duration.ofSeconds(seconds).minusNanos(1));
            refill();
            assertThat(vendor.asked).hasValue(before);
            vendor.pass(Duration.ofNanos(1));
            refill();
            assertThat(vendor.asked).hasValue(before + 1);
        }
    }

    @Test
    void isFullAgainAfterTheFirstSuccessAndForgetsItsWaits() {
        vendor.pool(3).around(vendor);
        vendor.failure = new TimedOut();
        refill();
        vendor.pass(Duration.ofSeconds(1));
        refill();
        vendor.failure = null;
        vendor.pass(Duration.ofSeconds(2));
        refill();
        assertThat(vendor.asked).hasValue(5);

        vendor.failure = new TimedOut();
        vendor.pass(Duration.ofMinutes(1));
        refill();
        vendor.pass(Duration.ofSeconds(1));
        refill();
        assertThat(vendor.asked).hasValue(7);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new RateLimited(Optional.of(Duration.ofSeconds(20))), 20),
                Arguments.of(new RateLimited(Optional.empty()), 1),
                Arguments.of(new Overloaded(Optional.of(Duration.ofSeconds(7))), 7),
                Arguments.of(new Overloaded(Optional.of(Duration.ofDays(1))), 300),
                Arguments.of(new CircuitOpen(Duration.ofSeconds(5)), 5),
                Arguments.of(new TimedOut(), 1));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void waitsAsLongAsTheVendorSaysButNotLongerThanFiveMinutes(MintFailure failure, int seconds) {
        assertThat(new Backoff().after(failure)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aDefectInAMintEndsNoPool() {
        vendor.pool(1).around(request -> {
            throw new IllegalStateException("planted");
        });
        try (LogCapture log = LogCapture.open()) {
            refill();

            assertThat(log.lines())
                    .singleElement(STRING)
                    .contains("IllegalStateException", "RefillTest")
                    .doesNotContain("planted");
        }
        assertThat(vendor.events).containsExactly("begins captions", "VendorFault");
    }

    @Test
    void replacesTokensOfARequestThatThePolicyNoLongerMakes() {
        Mint mint = vendor.pool(1).around(vendor);
        refill();
        vendor.bounded = json("{'session':{'type':'realtime'}}");
        refill();

        assertThat(vendor.events).containsExactly("begins captions", "refilled", "dropped", "refilled");
        assertThat(mint.mint(MintRequest.of(vendor.bounded)).value().reveal()).isEqualTo("ek_planted_2");
        assertThat(value(mint)).isEqualTo("ek_planted_3");
    }

    @Test
    void keepsNothingWhileThePolicyRefusesTheRequest() {
        PoolSpec spec = new PoolSpec("captions", Optional.empty(), 1, Duration.ofMinutes(1), PoolFixture.BODY);
        TokenPool pool = new TokenPool(
                spec,
                () -> {
                    throw new MintFailedException(new NotPermitted(null, "x", "x"));
                },
                new PoolTime(Clock.systemUTC(), vendor.nanos::get),
                PoolWatch.NONE,
                Duration.ofSeconds(5));

        pool.refill(vendor);

        assertThat(vendor.asked).hasValue(0);
        assertThat(pool.isFor(MintRequest.of(PoolFixture.BODY))).isFalse();
    }

    private void refill() {
        vendor.runs.refill.run();
    }

    private static String value(Mint mint) {
        return mint.mint(MintRequest.of(PoolFixture.BODY)).value().reveal();
    }
}
