package dev.ephemint.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingExchangeTest {

    private static final UpstreamCall CALL =
            new UpstreamCall(URI.create("https://vendor.example/v1"), JsonNodeFactory.instance.objectNode());

    private int asked;
    private Supplier<UpstreamReply> vendor = () -> status(200);

    private final RetryingExchange unit = new RetryingExchange((call, deadline) -> {
        asked++;
        return vendor.get();
    });

    @Test
    void retriesOnceIfTheConnectionWasRefused() {
        vendor = () -> {
            if (asked == 1) {
                throw new MintFailedException(ExchangeFailures.REFUSED);
            }
            return status(200);
        };

        assertThat(unit.send(CALL, Deadline.none()).status()).isEqualTo(200);
        assertThat(asked).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource
    void retriesNothingThatMayHaveBeenSent(MintFailure failure) {
        vendor = () -> {
            throw new MintFailedException(failure);
        };

        assertThat(catchThrowable(() -> unit.send(CALL, Deadline.none()))).isInstanceOf(MintFailedException.class);
        assertThat(asked).isEqualTo(1);
    }

    static Stream<MintFailure> retriesNothingThatMayHaveBeenSent() {
        return Stream.of(
                new TimedOut(), ExchangeFailures.BROKEN, ExchangeFailures.CUT_SHORT, ExchangeFailures.INTERRUPTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void retriesNoResponse(int status) {
        vendor = () -> status(status);

        assertThat(unit.send(CALL, Deadline.none()).status()).isEqualTo(status);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void retriesATenthOfTheCallsAtMost() {
        vendor = () -> {
            throw new MintFailedException(ExchangeFailures.REFUSED);
        };
        IntStream.range(0, 1000).forEach(i -> assertThat(catchThrowable(() -> unit.send(CALL, Deadline.none())))
                .isInstanceOf(MintFailedException.class));

        assertThat(asked).isBetween(1100, 1101);
    }

    private static UpstreamReply status(int status) {
        return new UpstreamReply(status, Map.of(), "");
    }
}
