package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class StoppingTest {

    private final SlowMint mint = new SlowMint();

    @Test
    void completesRequestsInProgress() throws Exception {
        RunningEdge edge = RunningEdge.over(mint);
        CompletableFuture<HttpResponse<String>> response =
                CompletableFuture.supplyAsync(() -> post(edge, "/v1/realtime/client_secrets"));
        mint.awaitRequest();

        assertThat(edge.get("/healthz").statusCode()).isEqualTo(200);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> close(edge));
        awaitRejection(edge);
        mint.proceed();

        assertThat(response.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        stop.get(20, TimeUnit.SECONDS);
    }

    /** On the connection that the client keeps open; the limit only ends what hangs. */
    private static void awaitRejection(RunningEdge edge) {
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            while (edge.get("/healthz").statusCode() != 503) {}
        });
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
