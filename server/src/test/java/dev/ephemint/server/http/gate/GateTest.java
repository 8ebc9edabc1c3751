package dev.ephemint.server.http.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.Document;
import dev.ephemint.server.http.RunningEdge;
import dev.ephemint.server.http.Tokens;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract refuses stops at the edge, with the member named as the caller knows it. */
final class GateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "client_secrets|{\"session\":{}}|missing_required_parameter|session.type",
                "client_secrets|{\"session\":5}|invalid_type|session",
                "client_secrets|{\"expires_after\":{\"anchor\":\"created_at\",\"seconds\":9}}|integer_below_min_value|expires_after.seconds",
                "client_secrets|{\"expires_after\":{\"anchor\":\"created_at\",\"seconds\":1e999999999}}|invalid_type|expires_after.seconds",
                "transcription_sessions|{\"turn_detection\":{\"type\":\"server_vad\",\"threshold\":2}}|decimal_above_max_value|turn_detection.threshold",
                "transcription_sessions|{\"input_audio_transcription\":{\"model\":1}}|invalid_type|input_audio_transcription.model"
            })
    void namesTheMember(String operation, String body, String code, String param) throws Exception {
        try (RunningEdge edge = RunningEdge.over(request -> {
            throw new AssertionError("the mint was reached");
        })) {
            HttpResponse<String> response = edge.post("/v1/realtime/" + operation, body);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(RunningEdge.json(response).at("/error/code").textValue()).isEqualTo(code);
            assertThat(RunningEdge.json(response).at("/error/param").textValue())
                    .isEqualTo(param);
        }
    }

    @Test
    void limitsTheStructureAsTheContractStates() {
        JsonNode limits = Document.CONTRACT.tree().get("x-limits");

        assertThat(BodyLimits.OF_THE_CONTRACT)
                .isEqualTo(new BodyLimits(
                        limits.get("depth").intValue(), limits.get("members").intValue()));
    }

    @ParameterizedTest
    @MethodSource
    void rejectsBodiesBeyondTheLimitsOfTheirStructure(String session, String code, String param) throws Exception {
        try (RunningEdge edge = RunningEdge.over(1024 * 1024, request -> {
            throw new AssertionError("the mint was reached");
        })) {
            HttpResponse<String> response = edge.post("/v1/realtime/client_secrets", session);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(RunningEdge.json(response).at("/error/code").textValue()).isEqualTo(code);
            assertThat(RunningEdge.json(response).at("/error/param").textValue())
                    .isEqualTo(param);
        }
    }

    static Stream<Arguments> rejectsBodiesBeyondTheLimitsOfTheirStructure() {
        return Stream.of(
                Arguments.of("{\"x\":" + "[".repeat(64) + "]".repeat(64) + "}", "body_too_deep", "x"),
                Arguments.of("{\"x\":" + "{\"y\":".repeat(64) + "1" + "}".repeat(65), "body_too_deep", "x"),
                Arguments.of("{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", "invalid_json", null),
                Arguments.of("{\"x\":[" + "1,".repeat(9_999) + "1]}", "body_too_large", "x"),
                Arguments.of("{\"w\":[1,2],\"x\":[" + "[],".repeat(9_997) + "[]]}", "body_too_large", "x"),
                Arguments.of(
                        "{\"session\":{\"type\":\"transcription\",\"include\":[" + "1,".repeat(99_999) + "1]}}",
                        "body_too_large",
                        "session"));
    }

    @ParameterizedTest
    @MethodSource
    void acceptsBodiesAtTheLimitsOfTheirStructure(String unknown) throws Exception {
        try (RunningEdge edge = RunningEdge.over(1024 * 1024, Tokens.echoing())) {
            HttpResponse<String> response = edge.post(
                    "/v1/realtime/client_secrets", "{\"session\":{\"type\":\"transcription\",\"x\":" + unknown + "}}");

            assertThat(RunningEdge.json(response).at("/session/x")).isEqualTo(RunningEdge.json(unknown));
        }
    }

    static Stream<String> acceptsBodiesAtTheLimitsOfTheirStructure() {
        return Stream.of("[".repeat(62) + "]".repeat(62), "[" + "1,".repeat(9_996) + "1]");
    }

    @Test
    void passesUnknownMembersOn() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response = edge.post(
                    "/v1/realtime/client_secrets",
                    "{\"session\":{\"type\":\"transcription\",\"x\":{\"y\":[null,1e400,12345678901234567890]}}}");

            assertThat(RunningEdge.json(response).at("/session/x"))
                    .hasToString("{\"y\":[null,1E+400,12345678901234567890]}");
        }
    }
}
