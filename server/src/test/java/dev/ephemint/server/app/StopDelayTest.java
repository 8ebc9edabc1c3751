package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StopDelayTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void duringTheDelayOnlyReadinessHasFallen() throws Exception {
        Facade facade = Facade.start(Map.of("server.port", "0", "server.stop-delay", "PT7S"));
        URI server = facade.uri();
        assertThat(get(facade.uri(), "/readyz").statusCode()).isEqualTo(200);
        List<Duration> delays = new ArrayList<>();

        facade.close(delay -> {
            delays.add(delay);
            assertResponses(facade.uri());
        });

        assertThat(delays).containsExactly(Duration.ofSeconds(7));
        assertThatThrownBy(() -> get(server, "/healthz")).isInstanceOf(IOException.class);
    }

    /** As when the process must end at once. */
    @Test
    void anInterruptedDelayEndsTheServiceAllTheSame() {
        Facade facade = Facade.start(Map.of("server.port", "0"));
        URI server = facade.uri();

        facade.close(delay -> {
            throw new InterruptedException();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> get(server, "/healthz")).isInstanceOf(IOException.class);
    }

    private static void assertResponses(URI server) {
        try {
            HttpResponse<String> ready = get(server, "/readyz");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("\"code\":\"stopping\"");
            assertThat(ready.headers().firstValue("retry-after")).contains("1");
            assertThat(get(server, "/healthz").statusCode()).isEqualTo(200);
            assertThat(mint(server).statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static HttpResponse<String> get(URI server, String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> mint(URI server) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(server.resolve("/v1/realtime/client_secrets"))
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString("{\"session\":{\"type\":\"transcription\"}}"))
                        .build(),
                BodyHandlers.ofString());
    }
}
