package dev.ephemint.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.CircuitOpen;
import dev.ephemint.server.mint.MintFailure.NoConnection;
import dev.ephemint.server.mint.MintFailure.OutOfTime;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In virtual time. */
class BreakingExchangeTest {

    private static final UpstreamCall CALL =
            new UpstreamCall(URI.create("https://vendor.example/v1"), JsonNodeFactory.instance.objectNode());
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final int ENOUGH = 50;

    private Instant now = Instant.EPOCH;
    private int asked;
    private Supplier<UpstreamReply> vendor = () -> status(200);

    private final BreakingExchange unit = new BreakingExchange(
            (call, deadline) -> {
                asked++;
                return vendor.get();
            },
            new BreakerLimits("vendor", 50, WAIT),
            clock());

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @MethodSource
    void opensIfTheVendorFails(Supplier<UpstreamReply> failing) {
        vendor = failing;
        send(ENOUGH);

        assertThat(failure()).isEqualTo(new CircuitOpen(WAIT));
        assertThat(asked).isEqualTo(ENOUGH);
    }

    static Stream<Supplier<UpstreamReply>> opensIfTheVendorFails() {
        return Stream.of(
                () -> status(502),
                () -> status(503),
                () -> status(504),
                failing(new TimedOut()),
                failing(ExchangeFailures.REFUSED),
                failing(ExchangeFailures.CUT_SHORT));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 404, 429, 500})
    void staysClosedForWhatAVendorSays(int status) {
        vendor = () -> status(status);
        send(2 * ENOUGH);

        assertThat(asked).isEqualTo(2 * ENOUGH);
    }

    @ParameterizedTest
    @MethodSource
    void staysClosedForOurOwnFailures(Supplier<UpstreamReply> failing) {
        vendor = failing;
        send(2 * ENOUGH);

        assertThat(asked).isEqualTo(2 * ENOUGH);
    }

    static Stream<Supplier<UpstreamReply>> staysClosedForOurOwnFailures() {
        return Stream.of(
                failing(new OutOfTime()), failing(new NoConnection()), failing(ExchangeFailures.INTERRUPTED), () -> {
                    throw new IllegalStateException("a bug");
                });
    }

    @Test
    void staysClosedIfHalfOfTheCallsOrMoreSucceed() {
        send(ENOUGH + 1);
        vendor = () -> status(502);
        send(ENOUGH);
        vendor = () -> status(200);

        assertThat(unit.send(CALL, Deadline.none()).status()).isEqualTo(200);
    }

    @Test
    void closesOnceTheVendorResponds() {
        vendor = () -> status(502);
        send(ENOUGH);
        now = now.plus(WAIT).plusMillis(1);
        vendor = () -> status(200);
        send(2 * ENOUGH);

        assertThat(asked).isEqualTo(3 * ENOUGH);
    }

    @Test
    void asksAFewTimesOnlyWhileTheVendorStillFails() {
        vendor = () -> status(502);
        send(ENOUGH);
        now = now.plus(WAIT).plusMillis(1);
        send(ENOUGH);

        assertThat(asked).isEqualTo(ENOUGH + 5);
    }

    private void send(int times) {
        IntStream.range(0, times).forEach(i -> {
            try {
                unit.send(CALL, Deadline.none());
            } catch (MintFailedException | IllegalStateException failed) {
                assertThat(failed).isNotNull();
            }
        });
    }

    private MintFailure failure() {
        return catchThrowableOfType(MintFailedException.class, () -> unit.send(CALL, Deadline.none()))
                .failure();
    }

    private static UpstreamReply status(int status) {
        return new UpstreamReply(status, Map.of(), "");
    }

    private static Supplier<UpstreamReply> failing(MintFailure failure) {
        return () -> {
            throw new MintFailedException(failure);
        };
    }
}
