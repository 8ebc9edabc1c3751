package dev.ephemint.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.upstream.BoundedResolver.UnresolvedInTimeException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BoundedResolverTest {

    private static final Duration AMPLE = Duration.ofMinutes(1);

    @Test
    void returnsTheAddresses() throws Exception {
        InetAddress[] addresses = {InetAddress.getLoopbackAddress()};
        try (BoundedResolver unit = new BoundedResolver(AMPLE, host -> addresses)) {
            assertThat(unit.resolve("vendor.example")).isEqualTo(addresses);
        }
    }

    @Test
    void failsForAnUnknownHost() {
        BoundedResolver.Names none = host -> {
            throw new UnknownHostException(host);
        };
        try (BoundedResolver unit = new BoundedResolver(AMPLE, none)) {
            assertThatThrownBy(() -> unit.resolve("vendor.example"))
                    .isExactlyInstanceOf(UnknownHostException.class)
                    .hasMessage("not resolved");
        }
    }

    @Test
    void timesOutIfNothingIsResolved() {
        CountDownLatch never = new CountDownLatch(1);
        BoundedResolver.Names hanging = host -> {
            await(never);
            return new InetAddress[0];
        };
        try (BoundedResolver unit = new BoundedResolver(Duration.ofMillis(20), hanging)) {
            assertThatThrownBy(() -> unit.resolve("vendor.example")).isInstanceOf(UnresolvedInTimeException.class);
        }
        assertThat(ExchangeFailures.of(new UnresolvedInTimeException(), false)).isEqualTo(new TimedOut());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
