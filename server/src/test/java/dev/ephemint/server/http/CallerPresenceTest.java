package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.Mint;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a caller still waits is seen on its connection, before the vendor is asked. */
final class CallerPresenceTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch acted = new CountDownLatch(1);
    private final CompletableFuture<Boolean> left = new CompletableFuture<>();

    private final Mint mint = request -> {
        asked.countDown();
        await(acted);
        left.complete(request.context().presence().hasLeft());
        return Tokens.of(request);
    };

    /** What a caller does after it sent its request. */
    enum Leaving {
        CLOSE(RawCaller::close),
        RESET(RawCaller::reset),
        HALF_CLOSE(RawCaller::closeHalf);

        @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
        private final Act act;

        Leaving(Act act) {
            this.act = act;
        }

        private interface Act {
            void by(RawCaller caller) throws IOException;
        }
    }

    @ParameterizedTest
    @EnumSource
    void seesThatACallerHasLeft(Leaving leaving) throws Exception {
        try (RunningEdge edge = RunningEdge.over(mint);
                RawCaller caller = RawCaller.of(edge.server().uri()).send(RawCaller.mint())) {
            asked.await();
            leaving.act.by(caller);
            acted.countDown();

            assertThat(left.get()).isTrue();
        }
    }

    @Test
    void seesThatACallerWaits() throws Exception {
        acted.countDown();
        try (RunningEdge edge = RunningEdge.over(mint);
                RawCaller caller = RawCaller.of(edge.server().uri()).send(RawCaller.mint())) {
            assertThat(left.get()).isFalse();
            assertThat(caller.receive()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void keepsTheNextRequestOfACallerThatDoesNotWaitForTheResponse() throws Exception {
        try (RunningEdge edge = RunningEdge.over(mint);
                RawCaller caller = RawCaller.of(edge.server().uri()).send(RawCaller.mint())) {
            asked.await();
            caller.send(RawCaller.mint()).send(RawCaller.mint());
            acted.countDown();

            assertThat(left.get()).isFalse();
            assertThat(caller.receive()).startsWith("HTTP/1.1 200 ");
            assertThat(caller.receive()).startsWith("HTTP/1.1 200 ");
            assertThat(caller.receive()).startsWith("HTTP/1.1 200 ");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
