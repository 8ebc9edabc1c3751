package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Constraint;
import dev.ephemint.server.mint.Constraint.Enforcer;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import dev.ephemint.server.mint.MintFailure.RefusedByVendor;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.VendorError;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MintingTest {

    private static final String NESTED = """
            {"expires_after":{"anchor":"created_at","seconds":60},
             "session":{"type":"transcription","audio":{"input":{
               "transcription":{"model":"gpt-live-transcribe","languages":["en"],"x_new":null},
               "noise_reduction":null,"turn_detection":null}},"x_new":{"a":null,"b":1.50}}}
            """;

    @Test
    void returnsAClientSecretAndConnectionHints() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response = edge.post("/v1/realtime/client_secrets", NESTED);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(RunningEdge.json(response)).isEqualTo(RunningEdge.json("""
                                    {"value":"ek_example","expires_at":1790000600,"session":%s,
                                     "connect":{"dialect":"openai",
                                       "websocket":{"url":"wss://api.openai.com/v1/realtime?intent=transcription",
                                         "header":{"name":"Authorization","value":"Bearer {value}"},
                                         "subprotocols":["realtime","openai-insecure-api-key.{value}"]},
                                       "webrtc":null,"first_events":[],"vendor_time":null,
                                       "expires_at":1790000600,"verified":false,"warnings":[]}}
                                    """.formatted(
                            RunningEdge.json(NESTED).get("session"))));
        }
    }

    @Test
    void passesTheWholeRequestOn() throws Exception {
        List<MintRequest> seen = new CopyOnWriteArrayList<>();
        try (RunningEdge edge = RunningEdge.over(request -> {
            seen.add(request);
            return Tokens.of(request);
        })) {
            edge.send(edge.request("/v1/realtime/client_secrets")
                    .header("content-type", "application/json; charset=utf-8")
                    .header("OpenAI-Safety-Identifier", "user-1")
                    .POST(BodyPublishers.ofString(NESTED)));

            assertThat(seen).singleElement().satisfies(request -> {
                assertThat(request.body()).hasToString(RunningEdge.json(NESTED).toString());
                assertThat(request.safetyIdentifier()).isEqualTo("user-1");
            });
        }
    }

    @Test
    void returnsTheFlatShapeForAFlatRequest() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response = edge.post("/v1/realtime/transcription_sessions", """
                    {"input_audio_format":"pcm16","input_audio_transcription":{"model":"gpt-transcribe"},
                     "input_audio_noise_reduction":null,"turn_detection":null}
                    """);

            assertThat(RunningEdge.json(response)).isEqualTo(RunningEdge.json("""
                            {"client_secret":{"value":"ek_example","expires_at":1790000600},
                             "input_audio_format":"pcm16","input_audio_transcription":{"model":"gpt-transcribe"},
                             "input_audio_noise_reduction":null,"turn_detection":null,
                             "connect":{"dialect":"openai",
                               "websocket":{"url":"wss://api.openai.com/v1/realtime?intent=transcription",
                                 "header":{"name":"Authorization","value":"Bearer {value}"},
                                         "subprotocols":["realtime","openai-insecure-api-key.{value}"]},
                                       "webrtc":null,"first_events":[],"vendor_time":null,
                               "expires_at":1790000600,"verified":false,"warnings":[]}}
                            """));
        }
    }

    @Test
    void marksTheFlatOperationAsDeprecatedWithItsSuccessor() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response = edge.post("/v1/realtime/transcription_sessions", "{}");

            assertThat(response.headers().firstValue("deprecation")).contains("@1778544000");
            assertThat(response.headers().firstValue("link"))
                    .contains("</v1/realtime/client_secrets>; rel=\"successor-version\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"input_audio_transcription\":{}}", "{\"input_audio_format\":\"pcm16\"}"})
    void addsTheDefaultModelWithAWarning(String flat) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response = edge.post("/v1/realtime/transcription_sessions", flat);

            assertThat(RunningEdge.json(response)
                            .at("/input_audio_transcription/model")
                            .textValue())
                    .isEqualTo("gpt-live-transcribe");
            assertThat(RunningEdge.json(response).at("/connect/warnings")).isEqualTo(RunningEdge.json("""
                            [{"code":"default_model",
                              "message":"The request named no model; 'gpt-live-transcribe' was used.",
                              "param":"input_audio_transcription.model"}]
                            """));
        }
    }

    @Test
    void keepsANullTranscription() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response =
                    edge.post("/v1/realtime/transcription_sessions", "{\"input_audio_transcription\":null}");

            assertThat(RunningEdge.json(response).get("input_audio_transcription"))
                    .isEqualTo(RunningEdge.json("null"));
            assertThat(RunningEdge.json(response).at("/connect/warnings")).isEmpty();
        }
    }

    @Test
    void namesTheFlatMemberThatARuleRejects() throws Exception {
        try (RunningEdge edge = RunningEdge.over(request -> {
            throw new MintFailedException(new InvalidRequest(
                    "session.audio.input.transcription.prompt",
                    "invalid_value",
                    "Bad 'session.audio.input.transcription.prompt'."));
        })) {
            HttpResponse<String> response = edge.post("/v1/realtime/transcription_sessions", "{}");

            assertThat(RunningEdge.json(response).get("error")).isEqualTo(RunningEdge.json("""
                            {"message":"Bad 'input_audio_transcription.prompt'.","type":"invalid_request_error",
                             "param":"input_audio_transcription.prompt","code":"invalid_value"}
                            """));
        }
    }

    @Test
    void namesTheFlatMemberThatTheVendorRejects() throws Exception {
        try (RunningEdge edge = RunningEdge.over(request -> {
            throw new MintFailedException(
                    new RefusedByVendor(
                            400,
                            new VendorError(
                                    "invalid_value", "session.audio.input.turn_detection", "Turn detection: no.")),
                    "req_vendor");
        })) {
            HttpResponse<String> response = edge.post("/v1/realtime/transcription_sessions", "{}");

            assertThat(RunningEdge.json(response).at("/error/param").textValue())
                    .isEqualTo("turn_detection");
            assertThat(response.headers().firstValue("x-upstream-request-id")).contains("req_vendor");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realtime/client_secrets",
                "/v1/realtime/client_secrets",
                "/openai/v1/realtime/client_secrets",
                "/openai/realtime/client_secrets?api-version=2024-10-21",
                "/realtime/transcription_sessions",
                "/v1/realtime/transcription_sessions",
                "/openai/v1/realtime/transcription_sessions",
                "/openai/realtime/transcription_sessions",
                "/openai/realtimeapi/transcription_sessions?api-version=2025-04-01-preview"
            })
    void servesEveryPathThatAnSdkBuilds(String path) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            String body = path.contains("client_secrets") ? "{\"session\":{\"type\":\"transcription\"}}" : "{}";

            assertThat(edge.post(path, body).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysWhatBindsTheTokenInTheShapeOfTheRequest() throws Exception {
        Constraint lifetime = constraint("expires_after.seconds", "{\"maximum\":60}", Enforcer.VENDOR);
        Constraint language =
                constraint("session.audio.input.transcription.language", "{\"enum\":[\"en\",null]}", Enforcer.NONE);
        Mint bound = request -> {
            MintedToken token = Tokens.of(request);
            return token.withConnection(token.connection().withConstraints(List.of(lifetime, language)));
        };
        try (RunningEdge edge = RunningEdge.over(bound)) {
            assertThat(RunningEdge.json(edge.post("/v1/realtime/client_secrets", NESTED))
                            .at("/connect/constraints"))
                    .isEqualTo(RunningEdge.json("""
                            [{"param":"expires_after.seconds","schema":{"maximum":60},"enforced_by":"vendor"},
                             {"param":"session.audio.input.transcription.language","schema":{"enum":["en",null]},
                              "enforced_by":"none"}]"""));
            assertThat(RunningEdge.json(edge.post("/v1/realtime/transcription_sessions", "{}"))
                            .at("/connect/constraints"))
                    .extracting(constraint -> constraint.path("param").textValue())
                    .containsExactly("client_secret.expires_after.seconds", "input_audio_transcription.language");
        }
    }

    @Test
    void respondsWith403ToWhatAPolicyDoesNotAllow() throws Exception {
        String member = "session.audio.input.transcription.model";
        Mint refusing = request -> {
            throw new MintFailedException(new NotPermitted(member, "model_not_allowed", "No '" + member + "'."));
        };
        try (RunningEdge edge = RunningEdge.over(refusing)) {
            HttpResponse<String> flat = edge.post("/v1/realtime/transcription_sessions", "{}");

            assertThat(flat.statusCode()).isEqualTo(403);
            assertThat(RunningEdge.json(flat)).isEqualTo(RunningEdge.json("""
                    {"error":{"message":"No 'input_audio_transcription.model'.","type":"invalid_request_error",
                     "param":"input_audio_transcription.model","code":"model_not_allowed"}}"""));
            assertThat(edge.post("/v1/realtime/client_secrets", NESTED).body()).contains(member);
        }
    }

    private static Constraint constraint(String param, String schema, Enforcer enforcer) {
        return new Constraint(param, (ObjectNode) RunningEdge.json(schema), enforcer);
    }
}
