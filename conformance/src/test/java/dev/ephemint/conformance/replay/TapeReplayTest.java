package dev.ephemint.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.TreeComparison;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.shape.ShapeMapping;
import dev.ephemint.conformance.tape.Replay;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A vendor that says again what it once said: nothing is lost on the way there, and nothing on the way back. */
final class TapeReplayTest {
    private static final ScriptedVendor VENDOR = ScriptedVendor.start();
    private static final Map<TargetDialect, Gateway.Running> FACADES = new EnumMap<>(TargetDialect.class);
    private static final MessageSender CALLER = new MessageSender();

    /** Of these the vendor's own response is no mint, or the facade refuses the request before the vendor could. */
    private static final List<String> ELSEWHERE = List.of("openai-beta/documented-flat", "azure/refused-session-type");

    static Stream<Tape> mints() {
        return replayable().filter(tape -> tape.response().minted());
    }

    static Stream<Tape> mintsOfTranscription() {
        return mints().filter(tape -> tape.operation().isFlat()
                || tape.request()
                        .body()
                        .orElseThrow()
                        .at("/session/type")
                        .asText()
                        .equals("transcription"));
    }

    private static Stream<Tape> replayable() {
        return Tapes.in(KitData.path("tapes")).stream()
                .filter(tape -> !ELSEWHERE.contains(tape.name()))
                .filter(tape -> tape.request().body().isPresent())
                .filter(tape -> tape.response().body().isPresent());
    }

    @ParameterizedTest
    @MethodSource("mints")
    void ownShapeGoesThroughAsItIs(Tape tape) {
        JsonNode request = tape.request().body().orElseThrow();

        JsonNode response = replay(tape, tape.operation(), request);

        expectSent(tape, withAdditions(tape, request, tape.operation()));
        expectResponse(response, tape.response().body().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("mintsOfTranscription")
    void otherShapeIsTranslatedBothWays(Tape tape) {
        JsonNode request = tape.request().body().orElseThrow();
        JsonNode recorded = tape.response().body().orElseThrow();
        boolean flat = tape.operation().isFlat();
        MintOperation other = flat ? MintOperation.createClientSecret : MintOperation.createTranscriptionSession;

        JsonNode response = replay(
                tape,
                other,
                flat
                        ? ShapeMapping.nestRequest(request).tree()
                        : ShapeMapping.flattenRequest(request).tree());

        expectSent(tape, withAdditions(tape, request, other));
        expectResponse(response, flat ? ShapeMapping.nestResponse(recorded) : ShapeMapping.flattenResponse(recorded));
    }

    private static JsonNode replay(Tape tape, MintOperation operation, JsonNode request) {
        VENDOR.script(VendorReaction.response(Replay.response(tape)));
        Message response = CALLER.call(facade(tape.dialect()).uri(), replayRequest(operation, request));
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return ExactJson.parse(response.body());
    }

    private static void expectSent(Tape tape, JsonNode expected) {
        assertThat(VENDOR.requests()).singleElement().satisfies(sent -> {
            assertThat(sent.start())
                    .isEqualTo(tape.request().method() + " " + tape.request().target());
            assertThat(TreeComparison.differences(expected, ExactJson.parse(sent.body())))
                    .isEmpty();
        });
    }

    private static void expectResponse(JsonNode response, JsonNode expected) {
        ObjectNode withoutConnect = response.deepCopy();
        assertThat(withoutConnect.remove("connect")).isNotNull();
        assertThat(TreeComparison.differences(expected, withoutConnect)).isEmpty();
    }

    /** All that the facade may add: a lifetime where the vendor takes one, and a model where a flat caller names none. */
    private static JsonNode withAdditions(Tape tape, JsonNode recorded, MintOperation asked) {
        ObjectNode expected = recorded.deepCopy();
        if (asked.isFlat() && tape.operation().isFlat() && !expected.has("input_audio_transcription")) {
            expected.withObject("/input_audio_transcription").put("model", "gpt-4o-transcribe");
        }
        String lifetime = tape.operation().isFlat() ? "/client_secret/expires_after" : "/expires_after";
        if (tape.dialect().acceptsLifetime() && expected.at(lifetime).isMissingNode()) {
            expected.withObject(lifetime).put("anchor", "created_at").put("seconds", 600);
        }
        return expected;
    }

    /** Without model rules, so that every request reaches the vendor. */
    private static synchronized Gateway.Running facade(TargetDialect dialect) {
        return FACADES.computeIfAbsent(
                dialect,
                key -> Facades.start(
                        key,
                        VENDOR.uri(),
                        Map.of("mint.model-rules-file", "src/test/resources/model-rules/none.json"),
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
    }

    private static Message replayRequest(MintOperation operation, JsonNode body) {
        return Message.request("POST", "/v1" + operation.path(), ExactJson.write(body))
                .with("content-type", "application/json");
    }

    @AfterAll
    static void close() {
        FACADES.values().forEach(Gateway.Running::close);
        VENDOR.close();
    }
}
