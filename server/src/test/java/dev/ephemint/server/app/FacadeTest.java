package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.settings.BadSettingsException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FacadeTest {

    private static final Map<String, String> VENDOR =
            Map.of("server.port", "0", "upstream.url", "https://vendor.example", "openai.api-key", "sk-planted");

    @Test
    void listensOnAFreePort() {
        try (Facade facade = Facade.start(VENDOR)) {
            assertThat(facade.uri().toString()).matches("http://127\\.0\\.0\\.1:[1-9]\\d*");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "openai,client_secrets",
        "openai,transcription_sessions",
        "openai-beta,client_secrets",
        "openai-beta,transcription_sessions",
        "azure,client_secrets",
        "azure,transcription_sessions",
        "azure-preview,client_secrets",
        "azure-preview,transcription_sessions"
    })
    void mintsFromTheSandboxWithoutAnUpstream(String dialect, String operation) throws Exception {
        Map<String, String> given = Map.of("server.port", "0", "upstream.dialect", dialect);
        String body = operation.equals("client_secrets")
                ? "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":"
                        + "{\"model\":\"gpt-4o-transcribe\"}}}}}"
                : "{\"input_audio_transcription\":{\"model\":\"gpt-4o-transcribe\"}}";
        try (Facade facade = Facade.start(given)) {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(facade.uri().resolve("/v1/realtime/" + operation))
                                    .header("content-type", "application/json")
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(response.body()).contains("\"value\":\"ek_sandbox_").contains("\"dialect\":\"" + dialect + "\"");
        }
    }

    @Test
    void failsWithOneLineIfThePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> given = with("server.port", String.valueOf(taken.getLocalPort()));

            assertThatThrownBy(() -> Facade.start(given))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessage("cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": Address already in use");
        }
    }

    @Test
    void rejectsAnUpstreamUrlThatTheDialectCannotParse() {
        assertThatThrownBy(() -> Facade.start(with("upstream.url", "https://vendor.example?x=1")))
                .isInstanceOf(BadSettingsException.class)
                .hasMessage("upstream.url: must not hold a query: OpenAI's mint uses none");
    }

    @Test
    void rejectsAFileWithoutModelRules(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("rules.json"), "{}");

        assertThatThrownBy(() -> Facade.start(with("mint.model-rules-file", file.toString())))
                .isInstanceOf(BadSettingsException.class)
                .hasMessage("mint.model-rules-file: holds no model rules: " + file + ": must be a list of entries");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> given = new HashMap<>(VENDOR);
        given.put(name, value);
        return given;
    }
}
