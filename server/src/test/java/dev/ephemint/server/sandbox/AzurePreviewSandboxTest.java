package dev.ephemint.server.sandbox;

import static dev.ephemint.server.sandbox.SandboxCaller.azureError;
import static dev.ephemint.server.sandbox.SandboxCaller.openAiError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.sandbox.SandboxCaller.Reply;
import dev.ephemint.testing.SettableClock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzurePreviewSandboxTest {

    private static final String MINT = "/openai/realtimeapi/transcription_sessions?api-version=2025-04-01-preview";

    private static final SettableClock CLOCK = new SettableClock();
    private static final Sandbox SANDBOX = Sandbox.start("azure-preview", CLOCK);
    private final SandboxCaller unit = SandboxCaller.withApiKey(SANDBOX);

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    /** The request of 2026-06-05; its response is known to have held a client secret and this object. */
    @Test
    void mintsForOneMinute() {
        Reply reply = unit.post(MINT, "{\"input_audio_transcription\":{\"model\":\"gpt-realtime-whisper\"}}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("object").asText()).isEqualTo("realtime.transcription_session");
        assertThat(reply.json().at("/input_audio_transcription/model").asText()).isEqualTo("gpt-realtime-whisper");
        assertThat(reply.json().at("/client_secret/expires_at").asLong())
                .isEqualTo(CLOCK.instant().getEpochSecond() + 60);
        assertThat(SANDBOX.isValid(reply.token())).isTrue();
        assertThat(reply.header("apim-request-id")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openai/realtimeapi/transcription_sessions",
                "/openai/realtimeapi/transcription_sessions?api-version=2024-10-01-preview",
                "/openai/realtime/transcription_sessions?api-version=2025-04-01-preview",
                "/openai/v1/realtime/client_secrets"
            })
    void rejectsOtherRoutesAndVersions(String path) {
        Reply reply = unit.post(path, "{}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json()).isEqualTo(azureError("404", "Resource not found"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"client_secret":{"expires_after":{"anchor":"created_at","seconds":60}}} | client_secret
                    {"session":{"type":"transcription"}} | session
                    """)
    void rejectsUnknownMembers(String body, String param) {
        Reply reply = unit.post(MINT, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json())
                .isEqualTo(openAiError("Unknown parameter: '" + param + "'.", param, "unknown_parameter"));
    }

    @Test
    void rejectsSemanticVad() {
        Reply reply = unit.post(MINT, "{\"turn_detection\":{\"type\":\"semantic_vad\"}}");

        assertThat(reply.json())
                .isEqualTo(openAiError(
                        "Invalid value: 'semantic_vad'. Supported values are: 'server_vad'.",
                        "turn_detection.type",
                        "invalid_value"));
    }

    @Test
    void requiresItsKey() {
        assertThat(unit.with(Map.of()).post(MINT, "{}").status()).isEqualTo(401);
    }

    @Test
    void rejectsDeploymentInSocketAddress() {
        Reply reply = unit.send("GET", "/openai/realtime?deployment=gpt-realtime-whisper&intent=transcription", "");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/error/code").asText()).isEqualTo("OperationNotSupported");
    }

    @Test
    void servesNoConversation() {
        assertThat(unit.send("GET", "/openai/realtime?deployment=gpt-realtime", "")
                        .status())
                .isEqualTo(404);
    }
}
