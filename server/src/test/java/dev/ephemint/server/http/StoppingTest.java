package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class StoppingTest {

    private final CountDownLatch minting = new CountDownLatch(1);
    private final CountDownLatch vendor = new CountDownLatch(1);

    @Test
    void whoeverIsBeingServedStillGetsAnAnswer() throws Exception {
        RunningEdge edge = RunningEdge.over(this::slowly);
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> post(edge, "/v1/realtime/client_secrets"));
        await(minting);

        Thread stop = new Thread(() -> close(edge));
        stop.start();
        while (stop.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        vendor.countDown();
        stop.join();

        assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> post(RunningEdge edge, String path) {
        try {
            return edge.post(path, "{\"session\":{\"type\":\"transcription\"}}");
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static void close(RunningEdge edge) {
        try {
            edge.close();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private MintedToken slowly(MintRequest request) {
        minting.countDown();
        await(vendor);
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
