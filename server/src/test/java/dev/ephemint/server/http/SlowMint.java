package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Mints when the test allows it. */
final class SlowMint implements Mint {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch allowed = new CountDownLatch(1);

    /** Waits for a request. */
    void awaitRequest() {
        await(asked);
    }

    void proceed() {
        allowed.countDown();
    }

    @Override
    public MintedToken mint(MintRequest request) {
        asked.countDown();
        await(allowed);
        return Tokens.of(request);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
