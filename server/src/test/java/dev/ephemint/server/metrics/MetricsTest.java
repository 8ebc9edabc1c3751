package dev.ephemint.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.app.Facade;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Prometheus reads, on a port that callers do not reach. */
final class MetricsTest {

    private static final String MINT = "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":"
            + "{\"transcription\":{\"model\":\"gpt-4o-transcribe\"}}}}}";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void countsMintsByOutcomeAndMeasuresTheVendorApart() throws Exception {
        try (Facade facade = start()) {
            String token = post(facade, MINT);
            post(
                    facade,
                    MINT.replace("gpt-4o-transcribe", "gpt-4o-transcribe\",\"language\":\"xx-not-a-language-\\u0000"));

            assertThat(metrics(facade))
                    .contains(
                            "ephemint_mints_total{caller=\"anonymous\",dialect=\"openai\",outcome=\"minted\",upstream=\"default\"} 1.0")
                    .contains(
                            "ephemint_vendor_duration_seconds_count{dialect=\"openai\",purpose=\"mint\",status=\"200\",upstream=\"default\"} 1")
                    .contains(
                            "ephemint_mint_duration_seconds_count{dialect=\"openai\",outcome=\"minted\",upstream=\"default\"} 1")
                    .contains(
                            "ephemint_mint_own_duration_seconds_bucket{dialect=\"openai\",outcome=\"minted\",upstream=\"default\",le=\"0.01\"}")
                    .contains("ephemint_mints_in_flight 0.0")
                    .contains("jvm_memory_used_bytes", "process_files_open_files", "jvm_gc_")
                    .doesNotContain("ek_");
            assertThat(token).contains("ek_sandbox_");
        }
    }

    @Test
    void areNotServedOnThePortOfTheMints() throws Exception {
        try (Facade facade = start()) {
            HttpRequest onTheMintsPort =
                    HttpRequest.newBuilder(facade.uri().resolve("/metrics")).build();

            assertThat(client.send(onTheMintsPort, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void areOffByDefault() {
        try (Facade facade = Facade.start(Map.of("server.port", "0"))) {
            assertThat(facade.metricsPort()).isEmpty();
        }
    }

    @Test
    void givesAtMostAThousandCallersALabelOfTheirOwn() {
        try (Meters meters = new Meters()) {
            for (int i = 0; i < 1_000; i++) {
                assertThat(meters.caller("caller-" + i)).isEqualTo("caller-" + i);
            }

            assertThat(meters.caller("one-more")).isEqualTo("other");
            assertThat(meters.caller("caller-7")).isEqualTo("caller-7");
        }
    }

    private static Facade start() {
        return Facade.start(Map.of("server.port", "0", "metrics.enabled", "true", "metrics.port", "0"));
    }

    private String post(Facade facade, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(facade.uri().resolve("/v1/realtime/client_secrets"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private String metrics(Facade facade) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + facade.metricsPort().orElseThrow() + "/metrics");
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
