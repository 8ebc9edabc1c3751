package dev.ephemint.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.Document;
import dev.ephemint.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzurePreviewSocketTest {

    private static final String SOCKET = "/openai/realtime?api-version=2025-04-01-preview&intent=transcription";

    private final Sandbox sandbox = Sandbox.start("azure-preview", new SettableClock());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void usesTheBetaProtocol() {
        SocketCaller unit = open();
        JsonNode created = unit.next("transcription_session.created").path("session");
        unit.send("{\"type\":\"transcription_session.update\",\"session\":{\"turn_detection\":null,"
                + "\"input_audio_transcription\":{\"model\":\"gpt-4o-transcribe\"}}}");

        JsonNode session = unit.next("transcription_session.updated").path("session");

        assertThat(created.at("/turn_detection/threshold").asDouble()).isEqualTo(0.5);
        assertThat(session.path("id")).isEqualTo(created.path("id"));
        assertThat(session.path("turn_detection").isNull()).isTrue();
        assertThat(session.path("client_secret").isNull()).isTrue();
        assertThat(session.at("/input_audio_transcription/model").asText()).isEqualTo("gpt-4o-transcribe");
    }

    @Test
    void acceptsAToken() {
        String token = SandboxCaller.withApiKey(sandbox)
                .post("/openai/realtimeapi/transcription_sessions?api-version=2025-04-01-preview", "{}")
                .token();

        SocketCaller.open(sandbox, Document.AZURE_PREVIEW, SOCKET, "authorization", "Bearer " + token)
                .next("transcription_session.created");
    }

    @Test
    void rejectsTheGaEvent() {
        SocketCaller unit = open();
        unit.next("transcription_session.created");

        unit.send("{\"type\":\"session.update\",\"session\":{\"type\":\"transcription\"}}");

        assertThat(unit.error()).isEqualTo("unknown_parameter | session.type | Unknown parameter: 'session.type'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    &deployment=gpt-realtime-whisper | 400 | "OperationNotSupported"
                    &deployment=gpt-live-transcribe | 401 | requires ephemeral  authentication
                    """)
    void rejectsADeployment(String more, String status, String words) {
        assertThat(SocketCaller.rejection(
                        sandbox, SOCKET + more, "api-key", sandbox.key().reveal()))
                .startsWith(status + " ")
                .contains(words);
    }

    @Test
    void requiresItsKey() {
        assertThat(SocketCaller.rejection(sandbox, SOCKET)).startsWith("401 ");
    }

    /** The redirect of 2026-06, which drops {@code /openai}, and what is there. */
    @Test
    void redirectsToMissingPathIfConfigured() {
        SandboxOptions options =
                SandboxOptions.of("azure-preview", new SettableClock()).withRedirectingSocket();
        try (Sandbox unit = Sandbox.start(options)) {
            String key = unit.key().reveal();
            String target = "/v1/realtime?api-version=2025-04-01-preview&intent=transcription";

            assertThat(SocketCaller.rejection(unit, SOCKET, "api-key", key))
                    .isEqualTo("302 wss://" + unit.uri().getAuthority() + target);
            assertThat(SocketCaller.rejection(unit, target, "api-key", key)).startsWith("404 ");
        }
    }

    private SocketCaller open() {
        return SocketCaller.open(
                sandbox,
                Document.AZURE_PREVIEW,
                SOCKET,
                "api-key",
                sandbox.key().reveal());
    }
}
