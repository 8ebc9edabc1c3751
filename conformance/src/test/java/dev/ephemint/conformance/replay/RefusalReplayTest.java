package dev.ephemint.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.TreeComparison;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.tape.Replay;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What vendors once refused, or failed at: the caller of either shape learns what can be learnt from it. */
final class RefusalReplayTest {
    private static final List<Tape> TAPES = Tapes.in(KitData.path("tapes"));
    private static final ScriptedVendor VENDOR = ScriptedVendor.start();
    private static final String PLAIN_NESTED =
            "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":{\"model\":\"m\"}}}}}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            openai/refused-turn-detection         | 400 | invalid_request_error | session.audio.input.turn_detection | invalid_value            | Turn detection is not supported for this transcription model.
            azure/refused-operation               | 400 | invalid_request_error | session.model                      | OperationNotSupported    | The realtime operation does not work with the specified model.
            azure/refused-session-type            | 400 | invalid_request_error | session.type                       | InvalidSessionType       | The vendor gave no reason.
            azure/failed-flat-transcription-block | 502 | upstream_error        |                                    | upstream_error           | The vendor failed with an error of its own. Try again later.
            openai-beta/retired-path              | 502 | upstream_error        |                                    | upstream_route_not_found | The vendor does not serve the path that this service called. Check upstream.url and upstream.dialect.
            """)
    void callerLearnsWhy(String name, int status, String type, String param, String code, String message) {
        Tape tape = tape(name);
        JsonNode request = name.equals("azure/refused-operation")
                ? tape.request().body().orElseThrow()
                : ExactJson.parse(PLAIN_NESTED);

        Message response = call(tape, MintOperation.createClientSecret, request);

        assertThat(response.status()).isEqualTo(status);
        assertThat(VENDOR.requests()).hasSize(1);
        expectError(response, new String[] {message, type, param, code});
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            openai/refused-turn-detection | turn_detection | invalid_value      | Turn detection is not supported for this transcription model.
            azure/refused-operation       | input_audio_transcription.model | OperationNotSupported | The realtime operation does not work with the specified model.
            openai-beta/refused-client-secret-expires-at | client_secret.expires_at | unknown_parameter | Unknown parameter: 'client_secret.expires_at'.
            """)
    void callerOfTheFlatShapeLearnsWhyInItsWords(String name, String param, String code, String message) {
        Message response = call(tape(name), MintOperation.createTranscriptionSession, ExactJson.parse("{}"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(VENDOR.requests()).hasSize(1);
        expectError(response, new String[] {message, "invalid_request_error", param, code});
    }

    private static void expectError(Message response, String[] members) {
        JsonNode error = ExactJson.parse(response.body()).path("error");
        assertThat(new String[] {
                    error.path("message").textValue(),
                    error.path("type").textValue(),
                    error.path("param").textValue(),
                    error.path("code").textValue()
                })
                .isEqualTo(members);
        assertThat(TreeComparison.differences(
                        ExactJson.parse("{\"error\":\"{{object}}\"}"), ExactJson.parse(response.body())))
                .isEmpty();
    }

    private static Message call(Tape tape, MintOperation operation, JsonNode request) {
        VENDOR.script(VendorReaction.response(Replay.response(tape)));
        try (Gateway.Running facade = facade(tape.dialect())) {
            return new MessageSender().call(facade.uri(), replayRequest(operation, request));
        }
    }

    private static Gateway.Running facade(TargetDialect dialect) {
        return Facades.start(
                dialect,
                VENDOR.uri(),
                Map.of("mint.model-rules-file", "src/test/resources/model-rules/none.json", "mint.defer", "false"));
    }

    private static Tape tape(String name) {
        return TAPES.stream()
                .filter(tape -> tape.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Message replayRequest(MintOperation operation, JsonNode body) {
        return Message.request("POST", "/v1" + operation.path(), ExactJson.write(body))
                .with("content-type", "application/json");
    }

    @AfterAll
    static void close() {
        VENDOR.close();
    }
}
