package dev.ephemint.server.sandbox;

import static dev.ephemint.server.sandbox.SandboxCaller.openAiError;
import static dev.ephemint.server.sandbox.SandboxCaller.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.sandbox.SandboxCaller.Reply;
import dev.ephemint.testing.SettableClock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiBetaSandboxTest {

    private static final String MINT = "/v1/realtime/transcription_sessions";

    private static final SettableClock CLOCK = new SettableClock();
    private static final Sandbox SANDBOX = Sandbox.start("openai-beta", CLOCK);
    private final SandboxCaller unit = SandboxCaller.withBearer(SANDBOX);

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    /** The mint of 2025-07-11, request and response, as published with simple-openai. */
    @Test
    void mintsTheRecordedSession() {
        Reply reply = unit.post(MINT, """
                {"client_secret": {"expires_after": {"anchor": "created_at", "seconds": 10}},
                 "include": ["item.input_audio_transcription.logprobs"],
                 "input_audio_noise_reduction": {"type": "near_field"},
                 "turn_detection": {"type": "semantic_vad", "eagerness": "medium"}}""");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.withoutToken()).isEqualTo(parse("""
                {"object": "realtime.transcription_session", "expires_at": 0,
                 "input_audio_noise_reduction": {"type": "near_field"},
                 "turn_detection": {"type": "semantic_vad", "eagerness": "medium"},
                 "input_audio_format": "pcm16", "input_audio_transcription": null,
                 "include": ["item.input_audio_transcription.logprobs"]}"""));
        assertThat(reply.json().at("/client_secret/expires_at").asLong())
                .isEqualTo(CLOCK.instant().getEpochSecond() + 10);
        assertThat(reply.token()).startsWith("ek_sandbox_");
    }

    /** Nulls and defaults as the socket of 2025-06-21 showed them. */
    @Test
    void mintsAnEmptyRequestWithDefaultsForTenMinutes() {
        Reply reply = unit.post(MINT, "{}");

        assertThat(reply.withoutToken()).isEqualTo(parse("""
                {"object": "realtime.transcription_session", "expires_at": 0, "input_audio_noise_reduction": null,
                 "turn_detection": {"type": "server_vad", "threshold": 0.5, "prefix_padding_ms": 300,
                  "silence_duration_ms": 200},
                 "input_audio_format": "pcm16", "input_audio_transcription": null, "include": null}"""));
        assertThat(reply.json().at("/client_secret/expires_at").asLong())
                .isEqualTo(CLOCK.instant().getEpochSecond() + 600);
    }

    @Test
    void echoesTheRequest() {
        Reply reply = unit.post(MINT, """
                {"input_audio_format": "g711_ulaw", "turn_detection": null, "modalities": ["text"],
                 "input_audio_transcription": {"model": "whisper-1", "language": "de"}}""");

        assertThat(reply.withoutToken()).isEqualTo(parse("""
                {"object": "realtime.transcription_session", "expires_at": 0, "input_audio_noise_reduction": null,
                 "turn_detection": null, "input_audio_format": "g711_ulaw",
                 "input_audio_transcription": {"model": "whisper-1", "language": "de", "prompt": null},
                 "include": null}"""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"client_secret":{"expires_at":{"seconds":7200}}} | client_secret.expires_at
                    {"session":{"type":"transcription"}} | session
                    {"expires_after":{}} | expires_after
                    {"input_audio_transcription":{"keywords":[]}} | input_audio_transcription.keywords
                    {"input_audio_noise_reduction":{"strength":1}} | input_audio_noise_reduction.strength
                    {"turn_detection":{"type":"server_vad","idle_timeout_ms":5000}} | turn_detection.idle_timeout_ms
                    """)
    void rejectsNestedMembers(String body, String param) {
        Reply reply = unit.post(MINT, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json())
                .isEqualTo(openAiError("Unknown parameter: '" + param + "'.", param, "unknown_parameter"));
    }

    @Test
    void rejectsTheGaRoute() {
        Reply reply = unit.post("/v1/realtime/client_secrets", "{}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json()).isEqualTo(openAiError("Invalid URL (POST /v1/realtime/client_secrets)", null, null));
    }

    @Test
    void requiresItsKey() {
        assertThat(unit.with(Map.of()).post(MINT, "{}").status()).isEqualTo(401);
    }
}
