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
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiSandboxTest {

    private static final String MINT = "/v1/realtime/client_secrets";

    private static final SettableClock CLOCK = new SettableClock();
    private static final Sandbox SANDBOX = Sandbox.start("openai", CLOCK);
    private final SandboxCaller unit = SandboxCaller.withBearer(SANDBOX);

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void mintsTranscriptionWithDefaults() {
        Reply reply = transcription("{\"transcription\":{\"model\":\"gpt-4o-transcribe\"}}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.withoutToken()).isEqualTo(parse("""
                {"session": {"type": "transcription", "object": "realtime.transcription_session", "expires_at": 0,
                 "audio": {"input": {
                  "format": {"type": "audio/pcm", "rate": 24000},
                  "transcription": {"model": "gpt-4o-transcribe", "language": null, "prompt": null},
                  "noise_reduction": null,
                  "turn_detection": {"type": "server_vad", "threshold": 0.5, "prefix_padding_ms": 300,
                   "silence_duration_ms": 200}}},
                 "include": null}}"""));
        assertThat(reply.json().at("/session/id").asText()).startsWith("sess_");
    }

    @Test
    void echoesAbsentTranscriptionAndTurnDetectionAsNull() {
        Reply reply = transcription("{\"turn_detection\":null,\"noise_reduction\":null,\"transcription\":null}");

        assertThat(reply.json().at("/session/audio/input")).isEqualTo(parse("""
                {"format": {"type": "audio/pcm", "rate": 24000}, "transcription": null, "noise_reduction": null,
                 "turn_detection": null}"""));
    }

    @Test
    void neverEchoesKeywordsAndDelay() {
        Reply reply = transcription("""
                {"transcription": {"model": "gpt-live-transcribe", "languages": ["en"], "keywords": ["Klarvex"],
                 "delay": "low", "prompt": "names"}}""");

        assertThat(reply.json().at("/session/audio/input/transcription")).isEqualTo(parse("""
                {"model": "gpt-live-transcribe", "language": null, "languages": ["en"], "prompt": "names"}"""));
    }

    @Test
    void echoesAudioSettings() {
        Reply reply = transcription("""
                {"format": {"type": "audio/pcmu"}, "noise_reduction": {"type": "near_field", "strength": 0.5},
                 "turn_detection": {"type": "semantic_vad"}}""");

        assertThat(reply.json().at("/session/audio/input")).isEqualTo(parse("""
                {"format": {"type": "audio/pcmu"}, "transcription": null,
                 "noise_reduction": {"type": "near_field", "strength": 0.5},
                 "turn_detection": {"type": "semantic_vad", "eagerness": "auto"}}"""));
    }

    /** The mint of 2026-07-24, request and response, as published with pydantic-ai. */
    @Test
    void mintsTheRecordedRealtimeSession() {
        Reply reply = unit.post(MINT, """
                {"expires_after": {"anchor": "created_at", "seconds": 60}, "session": {
                 "type": "realtime", "model": "gpt-realtime", "instructions": "Answer in two words.",
                 "output_modalities": ["audio"],
                 "audio": {"input": {"format": {"rate": 24000, "type": "audio/pcm"},
                   "transcription": {"model": "gpt-realtime-whisper"},
                   "turn_detection": {"create_response": true, "interrupt_response": true, "type": "server_vad"}},
                  "output": {"format": {"rate": 24000, "type": "audio/pcm"}, "voice": "marin"}},
                 "tools": [{"name": "get_temperature", "parameters": {"type": "object"}, "type": "function"}]}}""");

        assertThat(reply.withoutToken()).isEqualTo(parse("""
                {"session": {
                 "audio": {"input": {"format": {"rate": 24000, "type": "audio/pcm"}, "noise_reduction": null,
                   "transcription": {"language": null, "model": "gpt-realtime-whisper", "prompt": null},
                   "turn_detection": {"create_response": true, "idle_timeout_ms": null, "interrupt_response": true,
                    "prefix_padding_ms": 300, "silence_duration_ms": 200, "threshold": 0.5, "type": "server_vad"}},
                  "output": {"format": {"rate": 24000, "type": "audio/pcm"}, "speed": 1.0, "voice": "marin"}},
                 "expires_at": 0, "include": null, "instructions": "Answer in two words.",
                 "max_output_tokens": "inf", "model": "gpt-realtime", "object": "realtime.session",
                 "output_modalities": ["audio"], "prompt": null, "tool_choice": "auto",
                 "tools": [{"description": null, "name": "get_temperature", "parameters": {"type": "object"},
                  "type": "function"}],
                 "tracing": null, "truncation": "auto", "type": "realtime"}}"""));
        assertThat(reply.json().get("expires_at").asLong())
                .isEqualTo(CLOCK.instant().getEpochSecond() + 60);
    }

    @Test
    void echoesTheDescriptionOfATool() {
        Reply reply = unit.post(
                MINT,
                "{\"session\":{\"type\":\"realtime\",\"tools\":[{\"type\":\"function\",\"description\":\"x\"}]}}");

        assertThat(reply.json().at("/session/tools/0/description").asText()).isEqualTo("x");
    }

    @Test
    void echoesNoSecretOfATool() {
        Reply reply = unit.post(MINT, """
                {"session": {"type": "realtime", "tools": [{"type": "mcp", "server_label": "crm",
                 "authorization": "planted", "headers": {"x": "planted"}, "require_approval": "never"}]}}""");

        assertThat(reply.json().at("/session/tools"))
                .isEqualTo(parse("[{\"type\":\"mcp\",\"server_label\":\"crm\",\"require_approval\":\"never\"}]"));
    }

    @Test
    void issuesTokensForTenMinutesByDefault() {
        Reply reply = transcription("{}");

        assertThat(reply.token()).matches("ek_sandbox_[0-9a-f]{32}");
        assertThat(reply.json().get("expires_at").asLong())
                .isEqualTo(CLOCK.instant().getEpochSecond() + 600);
    }

    @Test
    void sendsTheVendorsHeaders() {
        Reply reply = transcription("{}");

        assertThat(reply.header("x-request-id").orElseThrow()).startsWith("req_");
        assertThat(reply.header("openai-version")).hasValue("2020-10-01");
        assertThat(reply.header("openai-processing-ms")).isPresent();
        assertThat(reply.header("content-type")).hasValue("application/json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"session":{"input_audio_format":"pcm16","type":"transcription"}} | unknown_parameter | session.input_audio_format | Unknown parameter: 'session.input_audio_format'.
                    {"session":{"type":"transcription","model":"gpt-realtime"}} | unknown_parameter | session.model | Unknown parameter: 'session.model'.
                    {"session":{}} | missing_required_parameter | session.type | Missing required parameter: 'session.type'.
                    {} | missing_required_parameter | session | Missing required parameter: 'session'.
                    {"session":{"type":"transcription","audio":{"input":{"format":"pcm16"}}}} | invalid_type | session.audio.input.format | Invalid type for 'session.audio.input.format': expected an object, but got a string instead.
                    {"session":{"type":"transcription","audio":{"input":{"format":{"type":"audio/pcm","rate":16000}}}}} | integer_below_min_value | session.audio.input.format.rate | Invalid 'session.audio.input.format.rate': integer below minimum value. Expected a value >= 24000, but got 16000 instead.
                    {"session":{"type":"realtime","audio":{"output":{"format":{"type":"audio/pcm"}}}}} | missing_required_parameter | session.audio.output.format.rate | Missing required parameter: 'session.audio.output.format.rate'.
                    {"session":{"type":"translation"}} | invalid_value | session.type | Invalid value: 'translation'. Supported values are: 'realtime' and 'transcription'.
                    {"expires_after":{"seconds":60},"session":{"type":"transcription"}} | missing_required_parameter | expires_after.anchor | Missing required parameter: 'expires_after.anchor'.
                    {"expires_after":{"anchor":"created_at","seconds":9},"session":{"type":"transcription"}} | integer_below_min_value | expires_after.seconds | Invalid 'expires_after.seconds': integer below minimum value. Expected a value >= 10, but got 9 instead.
                    {"expires_after":{"anchor":"created_at","seconds":7201},"session":{"type":"transcription"}} | integer_above_max_value | expires_after.seconds | Invalid 'expires_after.seconds': integer above maximum value. Expected a value <= 7200, but got 7201 instead.
                    {"session":{"type":"transcription","audio":{"input":{"transcription":{"model":"whisper-1","language":null}}}}} | invalid_type | session.audio.input.transcription.language | Invalid type for 'session.audio.input.transcription.language': expected a string, but got null instead.
                    """)
    void rejectsInTheVendorsWords(String body, String code, String param, String message) {
        Reply reply = unit.post(MINT, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json()).isEqualTo(openAiError(message, param, code));
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-live-transcribe, server_vad",
        "gpt-live-transcribe, semantic_vad",
        "gpt-realtime-whisper, server_vad"
    })
    void rejectsTurnDetectionForModelsWithoutIt(String model, String type) {
        Reply reply = transcription(
                "{\"transcription\":{\"model\":\"%s\"},\"turn_detection\":{\"type\":\"%s\"}}".formatted(model, type));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json())
                .isEqualTo(openAiError(
                        "Turn detection is not supported for this transcription model.",
                        "session.audio.input.turn_detection",
                        "invalid_value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"transcription\":{\"model\":\"gpt-live-transcribe\"},\"turn_detection\":null}",
                "{\"transcription\":{\"model\":\"gpt-live-transcribe\"}}",
                "{\"transcription\":{\"model\":\"gpt-4o-transcribe\"},\"turn_detection\":{\"type\":\"server_vad\"}}"
            })
    void mintsTurnDetectionForOtherModels(String input) {
        assertThat(transcription(input).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/realtime/transcription_sessions", "/v1/realtime/sessions", "/v1/models"})
    void rejectsOtherRoutesByteForByte(String path) {
        Reply reply = unit.post(path, "{}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("""
                {
                  "error": {
                    "message": "Invalid URL (POST %s)",
                    "type": "invalid_request_error",
                    "param": null,
                    "code": null
                  }
                }""".formatted(path));
    }

    @Test
    void rejectsAnotherMethod() {
        Reply reply = unit.send("GET", MINT, "");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.json())
                .isEqualTo(openAiError(
                        "Invalid method for URL (GET /v1/realtime/client_secrets)", null, "method_not_supported"));
    }

    @ParameterizedTest
    @CsvSource({"authorization, Basic abc", "api-key, abc"})
    void requiresABearer(String name, String value) {
        Reply reply = unit.with(Map.of(name, value)).post(MINT, "{}");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json()).isEqualTo(openAiError("Missing bearer or basic authentication in header", null, null));
    }

    @ParameterizedTest
    @CsvSource({"sk-planted-0123456789-abcd, sk-plant**************abcd", "short-key, *********"})
    void showsPartOfAWrongKeyAsTheVendorDoes(String key, String shown) {
        Reply reply = unit.with(Map.of("authorization", "Bearer " + key)).post(MINT, "{}");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json())
                .isEqualTo(openAiError(
                        "Incorrect API key provided: " + shown
                                + ". You can find your API key at https://platform.openai.com/account/api-keys.",
                        null,
                        "invalid_api_key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "nonsense"})
    void rejectsInvalidJson(String body) {
        Reply reply = unit.post(MINT, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/error/type").asText()).isEqualTo("invalid_request_error");
    }

    @Test
    void rejectsNonObjects() {
        assertThat(unit.post(MINT, "[]").json())
                .isEqualTo(openAiError("Invalid body: expected a JSON object.", null, "invalid_type"));
    }

    private Reply transcription(String input) {
        return unit.post(MINT, "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":" + input + "}}}");
    }
}
