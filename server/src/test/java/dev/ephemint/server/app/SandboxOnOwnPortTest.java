package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.testing.RawHttp;
import dev.ephemint.testing.ReceivedMessages;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller who reaches the mint also reaches the sandbox's session, by the same name and port. */
final class SandboxOnOwnPortTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final String BODY =
            "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":"
                    + "{\"model\":\"gpt-4o-transcribe\"}}}}}";

    private static final String HANDSHAKE = "Connection: upgrade, close\r\nUpgrade: websocket";

    /** Ends a hang, and nothing else. */
    private static final int HANG_MILLIS = 600_000;

    @ParameterizedTest
    @CsvSource({
        "openai,/v1/realtime?intent=transcription",
        "openai-beta,/v1/realtime?intent=transcription",
        "azure,/openai/v1/realtime?intent=transcription",
        "azure-preview,/openai/realtime?api-version=2025-04-01-preview&intent=transcription"
    })
    void connectHasTheHostThatTheCallerUsed(String dialect, String target) throws Exception {
        try (Facade facade = sandbox(Map.of("upstream.dialect", dialect))) {
            String byName = "localhost:" + facade.uri().getPort();

            assertThat(minted(facade, byName).at("/connect/websocket/url").textValue())
                    .isEqualTo("ws://" + byName + target);
            assertThat(mint(facade).at("/connect/websocket/url").textValue())
                    .isEqualTo("ws://" + facade.uri().getAuthority() + target);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "openai-beta", "azure", "azure-preview"})
    void opensASessionOnTheServicesPort(String dialect) throws Exception {
        try (Facade facade = sandbox(Map.of("upstream.dialect", dialect))) {
            JsonNode token = mint(facade);
            ReceivedMessages received = new ReceivedMessages();

            WebSocket socket = CLIENT.newWebSocketBuilder()
                    .header("authorization", "Bearer " + token.path("value").textValue())
                    .buildAsync(URI.create(token.at("/connect/websocket/url").textValue()), received)
                    .get();

            assertThat(received.next()).contains("session.created");
            socket.abort();
        }
    }

    /** By a bare socket: the JDK's client misses an end that comes while its listener is at work (decision 11). */
    @Test
    void closesOpenSessionsOnStop() throws Exception {
        try (Socket session = new Socket()) {
            try (Facade facade = sandbox(Map.of())) {
                upgrade(session, mint(facade));
            }

            assertThat(ends(session)).isTrue();
        }
    }

    private static void upgrade(Socket session, JsonNode token) throws IOException {
        URI url = URI.create(token.at("/connect/websocket/url").textValue());
        session.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        session.setSoTimeout(HANG_MILLIS);
        String request =
                "GET " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                        + "\r\nAuthorization: Bearer " + token.path("value").textValue()
                        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
                        + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        session.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        String status = new String(session.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
        assertThat(status).isEqualTo("HTTP/1.1 101");
    }

    private static boolean ends(Socket session) throws IOException {
        try {
            session.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void acceptsCallsOnTheServicesPort() throws Exception {
        try (Facade facade = sandbox(Map.of("upstream.dialect", "azure"))) {
            JsonNode token = mint(facade);
            String calls = token.at("/connect/webrtc/url").textValue();

            int status = CLIENT.send(
                            HttpRequest.newBuilder(URI.create(calls))
                                    .header(
                                            "authorization",
                                            "Bearer " + token.path("value").textValue())
                                    .header("content-type", "application/sdp")
                                    .POST(BodyPublishers.ofString("v=0"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();

            assertThat(calls).isEqualTo(facade.uri() + "/openai/v1/realtime/calls");
            assertThat(status).isEqualTo(501);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mint.example", "192.168.1.5:8080", "[fe80::1]:8080", "my_mint:8080"})
    void connectHasAnyHostWhenNotListeningOnLoopback(String host) throws Exception {
        try (Facade facade = Facade.start(SettingsReader.read(insecure(Map.of("server.host", "0.0.0.0"))))) {
            assertThat(minted(facade, host).at("/connect/websocket/url").textValue())
                    .isEqualTo("ws://" + host + "/v1/realtime?intent=transcription");
        }
    }

    @Test
    void ignoresForwardedHeaders() throws Exception {
        try (Facade facade = sandbox(Map.of())) {
            String own = facade.uri().getAuthority();
            String more =
                    "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\n";

            assertThat(minted(facade, own + "\r\n" + more.strip())
                            .at("/connect/websocket/url")
                            .textValue())
                    .isEqualTo("ws://" + own + "/v1/realtime?intent=transcription");
        }
    }

    @Test
    void rejectsSessionsOfForeignHosts() throws Exception {
        try (Facade facade = sandbox(Map.of())) {
            assertThat(raw(facade, "evil.example", "GET /v1/realtime?intent=transcription HTTP/1.1", HANDSHAKE))
                    .startsWith("HTTP/1.1 403 ")
                    .contains("host_not_allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/realtime", "/openai/v1/realtime", "/openai/realtime", "/v1/realtime/calls"})
    void servesNoSessionsInFrontOfARealUpstream(String path) throws Exception {
        Map<String, String> vendor =
                Map.of("server.port", "0", "upstream.url", "https://vendor.example", "openai.api-key", "sk-planted");
        try (Facade facade = Facade.start(vendor)) {
            assertThat(raw(facade, facade.uri().getAuthority(), "GET " + path + " HTTP/1.1", HANDSHAKE))
                    .startsWith("HTTP/1.1 404 ")
                    .doesNotContain("x-ephemint-sandbox");
        }
    }

    @Test
    void servesItsOwnPathsBesideTheSandbox() throws Exception {
        try (Facade facade = sandbox(Map.of())) {
            for (String path : new String[] {"/v1/realtime/client_secrets", "/v1/realtime/none", "/healthz", "/"}) {
                assertThat(raw(facade, facade.uri().getAuthority(), "GET " + path + " HTTP/1.1", "Connection: close"))
                        .doesNotContain("x-ephemint-sandbox");
            }
        }
    }

    private static Facade sandbox(Map<String, String> more) {
        Map<String, String> given = new HashMap<>(more);
        given.put("server.port", "0");
        return Facade.start(given);
    }

    private static Sources insecure(Map<String, String> more) {
        Map<String, String> given = new HashMap<>(more);
        given.put("server.port", "0");
        given.put("server.stop-delay", "PT0S");
        return new Sources(given, Map.of(), Optional.empty(), true);
    }

    private static JsonNode mint(Facade facade) throws Exception {
        return minted(facade, facade.uri().getAuthority());
    }

    /** By any name: Java's own client sends no Host but the address's. */
    private static JsonNode minted(Facade facade, String host) throws Exception {
        String response = raw(
                facade,
                host,
                "POST /v1/realtime/client_secrets HTTP/1.1",
                "Connection: close\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length(),
                BODY);
        assertThat(response).startsWith("HTTP/1.1 200 ");
        return ContractJson.mapper().readTree(response.substring(response.indexOf("\r\n\r\n") + 4));
    }

    private static String raw(Facade facade, String host, String requestLine, String header) throws IOException {
        return raw(facade, host, requestLine, header, "");
    }

    private static String raw(Facade facade, String host, String requestLine, String header, String body)
            throws IOException {
        String head = String.join("\r\n", requestLine, "Host: " + host, header, "", "");
        return RawHttp.send(facade.uri(), head + body);
    }
}
