package dev.ephemint.server.sandbox;

import static dev.ephemint.server.sandbox.SandboxCaller.azureError;
import static dev.ephemint.server.sandbox.SandboxCaller.openAiError;
import static dev.ephemint.server.sandbox.SandboxCaller.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.sandbox.SandboxCaller.Reply;
import dev.ephemint.testing.SettableClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureSandboxTest {

    private static final String MINT = "/openai/v1/realtime/client_secrets";
    private static final String ACCEPTED =
            "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":{\"model\":\"any\"}}}}}";

    private static final SettableClock CLOCK = new SettableClock();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.of("azure", CLOCK)
            .withDeployments(Map.of("gpt-realtime", "my-realtime", "whisper-1", "ears")));
    private final SandboxCaller unit = SandboxCaller.withApiKey(SANDBOX);

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    /** The mint of 2026-05-11: two hours, and of the nulls only the language. */
    @Test
    void mintsTheRecordedTranscriptionSession() {
        Reply reply = unit.post(MINT, """
                {"session": {"type": "transcription", "audio": {"input": {
                 "transcription": {"model": "gpt-realtime-whisper"}}}}}""");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.withoutToken()).isEqualTo(parse("""
                {"session": {"type": "transcription", "object": "realtime.transcription_session",
                 "audio": {"input": {"format": {"type": "audio/pcm", "rate": 24000},
                  "transcription": {"model": "gpt-realtime-whisper", "language": null},
                  "turn_detection": {"type": "server_vad", "threshold": 0.5, "prefix_padding_ms": 300,
                   "silence_duration_ms": 200}}}}}"""));
        assertThat(reply.json().get("expires_at").asLong())
                .isEqualTo(CLOCK.instant().getEpochSecond() + 7200);
    }

    /** The mint of 2026-07-24. */
    @Test
    void mintsTheRecordedRealtimeSession() {
        Reply reply = unit.post(MINT, """
                {"session": {"type": "realtime", "model": "gpt-realtime",
                 "instructions": "Answer in two or three words.", "output_modalities": ["audio"],
                 "audio": {"input": {"format": {"rate": 24000, "type": "audio/pcm"},
                   "transcription": {"model": "gpt-realtime-whisper"},
                   "turn_detection": {"create_response": true, "interrupt_response": true, "type": "server_vad"}},
                  "output": {"format": {"rate": 24000, "type": "audio/pcm"}}}}}""");

        assertThat(reply.withoutToken()).isEqualTo(parse("""
                {"session": {
                 "audio": {"input": {"format": {"rate": 24000, "type": "audio/pcm"}, "noise_reduction": null,
                   "transcription": {"language": null, "model": "gpt-realtime-whisper", "prompt": null},
                   "turn_detection": {"create_response": true, "idle_timeout_ms": null, "interrupt_response": true,
                    "prefix_padding_ms": 300, "silence_duration_ms": 200, "threshold": 0.5, "type": "server_vad"}},
                  "output": {"format": {"rate": 24000, "type": "audio/pcm"}, "speed": 1.0, "voice": "alloy"}},
                 "expires_at": 0, "include": null, "instructions": "Answer in two or three words.",
                 "max_output_tokens": "inf", "model": "gpt-realtime", "object": "realtime.session",
                 "output_modalities": ["audio"], "prompt": null, "tool_choice": "auto", "tools": [],
                 "tracing": null, "truncation": "auto", "type": "realtime"}}"""));
    }

    @Test
    void mintsTranscriptionForMissingDeployment() {
        assertThat(unit.post(MINT, ACCEPTED.replace("any", "not-deployed")).status())
                .isEqualTo(200);
    }

    @Test
    void echoesTheTranscriptionSession() {
        Reply reply = unit.post(MINT, """
                {"session": {"type": "transcription", "include": [],
                 "audio": {"input": {"noise_reduction": {"type": "far_field"}, "turn_detection": null}}}}""");

        assertThat(reply.withoutToken()).isEqualTo(parse("""
                {"session": {"type": "transcription", "object": "realtime.transcription_session", "include": [],
                 "audio": {"input": {"format": {"type": "audio/pcm", "rate": 24000},
                  "noise_reduction": {"type": "far_field"}, "turn_detection": null}}}}"""));
    }

    @Test
    void sendsTheVendorsHeaders() {
        Reply reply = unit.post(MINT, ACCEPTED);

        assertThat(reply.header("apim-request-id").orElseThrow()).hasSize(36);
        assertThat(reply.header("x-ms-region")).hasValue("Sandbox");
        assertThat(reply.header("openai-version")).hasValue("2020-10-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"session\":{\"type\":\"translation\"}}", "{\"session\":{}}", "{}", "{\"session\":1}"})
    void rejectsOtherSessionTypes(String body) {
        Reply reply = unit.post(MINT, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/error/code").asText()).isEqualTo("InvalidSessionType");
        assertThat(reply.header("apim-request-id")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"session\":{\"type\":\"transcription\",\"model\":\"gpt-realtime-whisper\"}}",
                "{\"session\":{\"type\":\"realtime\",\"model\":\"my-realtime\",\"input_audio_transcription\":{\"model\":\"x\"}}}",
                "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"format\":\"pcm16\"}}}}",
                "{\"session\":{\"type\":\"transcription\"},\"expires_after\":{\"seconds\":60}}"
            })
    void returnsEmpty500ForWrongMembers(String body) {
        Reply reply = unit.post(MINT, body);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.header("apim-request-id")).isPresent();
    }

    @Test
    void rejectsLimitsAsOpenAiDoes() {
        Reply reply = unit.post(
                MINT,
                "{\"session\":{\"type\":\"transcription\"},\"expires_after\":{\"anchor\":\"created_at\",\"seconds\":5}}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/error/code").asText()).isEqualTo("integer_below_min_value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-realtime-whisper", "gpt-4o-transcribe", "ears"})
    void rejectsTranscriptionDeploymentInRealtimeSession(String model) {
        Reply reply = unit.post(MINT, realtime(model));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json())
                .isEqualTo(azureError(
                        "OpperationNotSupported", "The realtime operation does not work with the specified model."));
    }

    @Test
    void acceptsDeploymentWithItsOwnName() {
        assertThat(unit.post(MINT, realtime("my-realtime")).status()).isEqualTo(200);
    }

    @Test
    void rejectsMissingDeployment() {
        Reply reply = unit.post(MINT, realtime("not-deployed"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().at("/error/code").asText()).isEqualTo("DeploymentNotFound");
    }

    @Test
    void rejectsAnApiVersion() {
        Reply reply = unit.post(MINT + "?api-version=2025-04-01-preview", ACCEPTED);

        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void acceptsAnEntraTokenAsBearer() {
        SandboxCaller bearer = unit.with(
                Map.of("authorization", "Bearer " + SANDBOX.entraToken().reveal()));

        assertThat(bearer.post(MINT, ACCEPTED).status()).isEqualTo(200);
    }

    @Test
    void rejectsOtherBearersInTheGatewayEnvelope() {
        SandboxCaller bearer = SandboxCaller.withBearer(SANDBOX);

        for (SandboxCaller caller : List.of(bearer, unit.with(Map.of()))) {
            Reply reply = caller.post(MINT, ACCEPTED);

            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.json()).isEqualTo(parse("""
                    {"statusCode": 401, "message": "Unauthorized. Access token is missing, invalid, audience is incorrect \
                    (https://cognitiveservices.azure.com), or have expired."}"""));
        }
    }

    @Test
    void rejectsAnotherKey() {
        Reply reply = unit.with(Map.of("api-key", "planted")).post(MINT, ACCEPTED);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().at("/error/code").asText()).isEqualTo("401");
        assertThat(reply.body()).doesNotContain("planted");
    }

    @Test
    void rejectsTheKeyIfKeysAreDisabled() {
        try (Sandbox tokensOnly =
                Sandbox.start(SandboxOptions.of("azure", CLOCK).withKeysDisabled())) {
            Reply reply = SandboxCaller.withApiKey(tokensOnly).post(MINT, ACCEPTED);

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.json())
                    .isEqualTo(azureError(
                            "AuthenticationTypeDisabled", "Key based authentication is disabled for this resource."));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /openai/realtime/sessions",
        "POST, /openai/v1/realtime/transcription_sessions",
        "POST, /openai/v1/realtime/translations/calls",
        "POST, /v1/realtime/client_secrets",
        "GET, /openai/v1/realtime/client_secrets"
    })
    void rejectsOtherRoutes(String method, String path) {
        Reply reply = unit.send(method, path, "{}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json()).isEqualTo(azureError("404", "Resource not found"));
    }

    @Test
    void reportsMissingDeploymentForUnknownRoute() {
        Reply reply = unit.post("/openai/v1/realtime/translations/client_secrets", "{}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json())
                .isEqualTo(azureError(
                        "DeploymentNotFound",
                        "The API deployment for this resource does not exist. If you created the deployment within the"
                                + " last 5 minutes, please wait a moment and try again."));
    }

    @Test
    void rejectsInvalidJson() {
        Reply reply = unit.post(MINT, "{");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json())
                .isEqualTo(openAiError("Invalid body: failed to parse JSON value.", null, "invalid_json"));
    }

    private static String realtime(String model) {
        return "{\"session\":{\"type\":\"realtime\",\"model\":\"" + model + "\"}}";
    }
}
