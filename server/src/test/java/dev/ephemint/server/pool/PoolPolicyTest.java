package dev.ephemint.server.pool;

import static dev.ephemint.server.Fixtures.failureOf;
import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailure.CircuitOpen;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which request gets a token from a pool, and which token. */
final class PoolPolicyTest {

    private final PoolFixture vendor = new PoolFixture();

    @Test
    void handsOutATokenWithoutAskingTheVendor() {
        PoolPolicy pool = vendor.pool(2);
        Mint mint = pool.around(vendor);
        vendor.runs.refill.run();
        vendor.failure = new CircuitOpen(Duration.ofSeconds(5));

        assertThat(value(mint.mint(MintRequest.of(PoolFixture.BODY)))).isEqualTo("ek_planted_1");
        assertThat(value(mint.mint(MintRequest.of(PoolFixture.BODY)))).isEqualTo("ek_planted_2");
        assertThat(vendor.asked).hasValue(2);
        assertThat(vendor.runs.woken).isEqualTo(2);
    }

    @Test
    void mintsIfThePoolIsEmpty() {
        PoolPolicy pool = vendor.pool(1);
        Mint mint = pool.around(vendor);
        vendor.runs.refill.run();
        mint.mint(MintRequest.of(PoolFixture.BODY));

        assertThat(value(mint.mint(MintRequest.of(PoolFixture.BODY)))).isEqualTo("ek_planted_2");
        assertThat(vendor.events).containsExactly("begins captions", "refilled", "hit", "miss");
    }

    static Stream<MintRequest> othersRequests() {
        MintRequest same = MintRequest.of(PoolFixture.BODY);
        return Stream.of(
                same.withSafetyIdentifier("ann"),
                same.withContext(same.context().withCaller(new Caller("web", "any", Optional.of("ann")))),
                same.withContext(same.context().withPresence(() -> true)),
                same.withContext(same.context().withDeadline(Deadline.within(Duration.ZERO))),
                MintRequest.of(json("{'session':{'type':'transcription','include':[]}}")),
                MintRequest.of(json("{'session':{'type':'transcription'},'x':null}")),
                MintRequest.of(json("{'session':{'type':'transcription'},'expires_after':{'seconds':600}}")),
                MintRequest.of(json("{'session':{'type':'realtime'}}")));
    }

    @ParameterizedTest
    @MethodSource("othersRequests")
    void mintsEveryOtherRequest(MintRequest other) {
        PoolPolicy pool = vendor.pool(1);
        Mint mint = pool.around(vendor);
        vendor.runs.refill.run();

        assertThat(value(mint.mint(other))).isEqualTo("ek_planted_2");
        assertThat(vendor.requests.get(1)).isEqualTo(other);
        assertThat(vendor.events).doesNotContain("hit", "miss");
    }

    @Test
    void servesOnlyCallersOfItsPolicy() {
        vendor.policy = Optional.of("captions");
        PoolPolicy pool = vendor.pool(1);
        Mint mint = pool.around(vendor);
        vendor.runs.refill.run();

        assertThat(value(mint.mint(PoolFixture.by("other")))).isEqualTo("ek_planted_2");
        assertThat(value(mint.mint(PoolFixture.by("captions")))).isEqualTo("ek_planted_1");
    }

    @Test
    void addsTheWarningsOfTheRequest() {
        Mint mint = vendor.pool(1).around(vendor);
        vendor.runs.refill.run();
        MintWarning capped = new MintWarning("capped", "Capped.", "expires_after.seconds");

        assertThat(mint.mint(MintRequest.of(PoolFixture.BODY).withWarning(capped))
                        .connection()
                        .warnings())
                .containsExactly(capped);
        assertThat(vendor.requests).singleElement().satisfies(refill -> assertThat(refill.warnings())
                .isEmpty());
    }

    @Test
    void movesTheVendorsClockOnByTheAgeOfTheToken() {
        Mint mint = vendor.pool(1).around(vendor);
        vendor.runs.refill.run();
        vendor.pass(Duration.ofSeconds(42));

        MintedToken token = mint.mint(MintRequest.of(PoolFixture.BODY));

        assertThat(token.connection().vendorTime()).contains(PoolFixture.NOW + 42);
        assertThat(token.expiresAt()).contains(PoolFixture.NOW + 600);
    }

    @Test
    void dropsItsTokensAtTheEnd() {
        PoolPolicy pool = vendor.pool(3);
        Mint mint = pool.around(vendor);
        vendor.runs.refill.run();

        pool.close();
        vendor.runs.refill.run();

        assertThat(vendor.runs.closed).isTrue();
        assertThat(value(mint.mint(MintRequest.of(PoolFixture.BODY)))).isEqualTo("ek_planted_4");
        assertThat(vendor.asked).hasValue(4);
    }

    @Test
    void aFailureOfThePlainMintIsTheCallers() {
        Mint mint = vendor.pool(1).around(vendor);
        vendor.failure = new CircuitOpen(Duration.ofSeconds(5));

        assertThat(failureOf(() -> mint.mint(MintRequest.of(PoolFixture.BODY)))).isEqualTo(vendor.failure);
    }

    @Test
    void printsNoTokenAndNoRequest() {
        PoolPolicy pool = vendor.pool(1);
        Mint mint = pool.around(vendor);
        vendor.runs.refill.run();
        PooledToken pooled = new PooledToken(
                mint.mint(MintRequest.of(PoolFixture.BODY)), PoolFixture.BODY, 0, Duration.ofSeconds(60));

        assertThat(pool + " " + pooled + " " + vendor.events)
                .contains("captions", "PooledToken")
                .doesNotContain("ek_", "planted", "session");
    }

    private static String value(MintedToken token) {
        return token.value().reveal();
    }
}
