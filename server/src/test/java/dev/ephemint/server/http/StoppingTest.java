package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class StoppingTest {

    private final SlowMint mint = new SlowMint();

    @Test
    void completesRequestsInProgress() throws Exception {
        RunningEdge edge = RunningEdge.over(mint);
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> post(edge, "/v1/realtime/client_secrets"));
        mint.awaitRequest();

        Thread stop = new Thread(() -> close(edge));
        stop.start();
        while (stop.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        mint.proceed();
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
}
