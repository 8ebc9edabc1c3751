package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.testing.ReceivedMessages;
import dev.ephemint.testing.SelfSigned;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a certificate and its key the port takes https and wss, and nothing else. */
final class TlsTest {

    private final SelfSigned made;
    private final HttpClient client;

    TlsTest(@TempDir Path directory) throws Exception {
        this.made = SelfSigned.in(directory, "EC");
        this.client = HttpClient.newBuilder().sslContext(made.context()).build();
    }

    @Test
    void mintsOverHttpsAndConnectsOverWss() throws Exception {
        try (Facade facade = start()) {
            JsonNode token = mint(facade);
            String url = token.at("/connect/websocket/url").textValue();
            ReceivedMessages received = new ReceivedMessages();

            client.newWebSocketBuilder()
                    .header("authorization", "Bearer " + token.path("value").textValue())
                    .buildAsync(URI.create(url), received)
                    .get()
                    .request(1);

            assertThat(facade.uri().getScheme()).isEqualTo("https");
            assertThat(url).isEqualTo("wss://" + facade.uri().getAuthority() + "/v1/realtime?intent=transcription");
            assertThat(token.at("/connect/webrtc/url").textValue()).isEqualTo(facade.uri() + "/v1/realtime/calls");
            assertThat(received.next()).contains("session.created");
        }
    }

    @Test
    void rejectsPlainHttpOnTheTlsPort() {
        try (Facade facade = start()) {
            URI plain = URI.create("http://" + facade.uri().getAuthority() + "/healthz");

            assertThatThrownBy(() -> HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(plain).build(), BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void acceptsEveryHostNameOfTheCertificate() throws Exception {
        try (Facade facade = start()) {
            HttpRequest byName = HttpRequest.newBuilder(
                            URI.create("https://localhost:" + facade.uri().getPort() + "/healthz"))
                    .build();

            assertThat(client.send(byName, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    private Facade start() {
        return Facade.start(Map.of(
                "server.port", "0",
                "server.tls-certificate-file", made.certificate().toString(),
                "server.tls-key-file", made.key().toString()));
    }

    private JsonNode mint(Facade facade) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(facade.uri().resolve("/v1/realtime/client_secrets"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":"
                        + "{\"transcription\":{\"model\":\"gpt-4o-transcribe\"}}}}}"))
                .build();
        return ContractJson.mapper()
                .readTree(client.send(request, BodyHandlers.ofString()).body());
    }
}
