package dev.ephemint.server.app.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.app.Facade;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real sockets, with metrics and an audit file: ports that refuse a connection, and the sandbox. */
final class RefusedConnectionTest {

    private static final String MINT = "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{"
            + "\"transcription\":{\"model\":\"gpt-4o-transcribe\"}}}}}";

    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();

    RefusedConnectionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theSecondMintsAndEveryRecordNamesIt() throws Exception {
        try (Facade facade = start("upstreams: {away: " + refusing() + ", stand-in: {dialect: openai}}")) {
            JsonNode token = ContractJson.mapper().readTree(mint(facade).body());
            String metrics =
                    get(URI.create("http://127.0.0.1:" + facade.metricsPort().orElseThrow() + "/metrics"));

            assertThat(token.at("/connect/upstream").asText()).isEqualTo("stand-in");
            assertThat(Files.readString(folder.resolve("audit.jsonl"))).contains("\"upstream\":\"stand-in\"");
            assertThat(metrics)
                    .contains("ephemint_fallbacks_total{outcome=\"unreachable\",upstream=\"away\"} 1.0")
                    .contains("ephemint_breaker_open{upstream=\"away\"} 0.0")
                    .contains("outcome=\"minted\",upstream=\"stand-in\"} 1.0")
                    .contains("ephemint_vendor_connections{upstream=\"stand-in\"}")
                    .contains("ephemint_credential_reloads_total{result=\"read\",upstream=\"away\"} 0.0");
            assertThat(get(facade.uri().resolve("/readyz"))).contains("ready");
        }
    }

    @Test
    void oneFailureNamesEachIfAllAreAway() throws Exception {
        try (Facade facade = start("upstreams: {away: " + refusing() + ", too: " + refusing() + "}")) {
            HttpResponse<String> response = mint(facade);

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(ContractJson.mapper()
                            .readTree(response.body())
                            .at("/error/message")
                            .asText())
                    .isEqualTo("No upstream could mint: away (upstream_unreachable), too (upstream_unreachable)."
                            + " Try again later.");
            assertThat(Files.readString(folder.resolve("audit.jsonl"))).contains("\"failure\":\"UpstreamsFailed\"");
        }
    }

    private Facade start(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), yaml);
        Map<String, String> given = Map.of(
                "server.port", "0",
                "metrics.enabled", "true",
                "metrics.port", "0",
                "audit.file", folder.resolve("audit.jsonl").toString());
        return Facade.start(SettingsReader.read(
                new Sources(given, Map.of("THE_KEY", "sk-planted-4711"), Optional.of(file), false)));
    }

    /** An upstream at a port that was just free. */
    private static String refusing() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return "{dialect: openai, url: 'http://127.0.0.1:" + free.getLocalPort()
                    + "', credential: {key-env: THE_KEY}}";
        }
    }

    private HttpResponse<String> mint(Facade facade) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(facade.uri().resolve("/v1/realtime/client_secrets"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(MINT))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private String get(URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
