package dev.ephemint.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.tape.Replay;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A vendor that changes the type of one member of its response costs no mint, unless no token is left. */
final class TypeChangeReplayTest {
    private static final ScriptedVendor VENDOR = ScriptedVendor.start();
    private static final MessageSender CALLER = new MessageSender();
    private static final List<String> OTHERS = List.of("7", "\"changed\"", "{\"changed\":1}", "[1]");

    /** Without them there is no token to pass on; a flat response is itself the session. */
    private static final Set<String> NEEDED = Set.of(
            "/value", "/expires_at", "/session", "/client_secret", "/client_secret/value", "/client_secret/expires_at");

    static Stream<Tape> mints() {
        return Tapes.in(KitData.path("tapes")).stream()
                .filter(tape -> tape.response().minted())
                .filter(tape -> !tape.name().equals("openai-beta/documented-flat"))
                .filter(tape -> tape.request().body().isPresent())
                .filter(tape -> tape.response().body().isPresent());
    }

    @ParameterizedTest
    @MethodSource("mints")
    void everySingleChangeOfATypeIsPassedOn(Tape tape) {
        JsonNode recorded = tape.response().body().orElseThrow();
        boolean flat = tape.operation().isFlat();
        List<JsonPointer> members = new ArrayList<>();
        collect(JsonPointer.empty(), recorded, members);
        members.removeIf(member -> NEEDED.contains(member.toString()) && isNeeded(member, flat));

        try (Gateway.Running facade = facade(tape)) {
            for (JsonPointer member : members) {
                for (String other : OTHERS) {
                    JsonNode value = ExactJson.parse(other);
                    if (value.getNodeType() != recorded.at(member).getNodeType()) {
                        expectToken(facade, tape, changed(recorded, member, value), member + " = " + other);
                    }
                }
            }
        }
    }

    private static boolean isNeeded(JsonPointer member, boolean flat) {
        return flat == member.toString().startsWith("/client_secret");
    }

    private static void expectToken(Gateway.Running facade, Tape tape, JsonNode body, String change) {
        Message recorded = Replay.response(tape);
        VENDOR.script(
                VendorReaction.response(new Message(recorded.start(), recorded.headers(), ExactJson.write(body))));

        Message response = CALLER.call(
                facade.uri(),
                replayRequest(tape.operation(), tape.request().body().orElseThrow()));

        assertThat(response.status()).as(change + ": " + response.body()).isEqualTo(200);
        if (tape.operation() == MintOperation.createClientSecret) {
            ObjectNode own = (ObjectNode) ExactJson.parse(response.body());
            own.remove("connect");
            assertThat(own).as(change).isEqualTo(body);
        }
    }

    private static void collect(JsonPointer at, JsonNode node, List<JsonPointer> members) {
        node.properties().forEach(member -> {
            JsonPointer below = at.appendProperty(member.getKey());
            members.add(below);
            collect(below, member.getValue(), members);
        });
    }

    private static JsonNode changed(JsonNode body, JsonPointer member, JsonNode value) {
        JsonNode copy = body.deepCopy();
        ((ObjectNode) copy.at(member.head())).set(member.last().getMatchingProperty(), value);
        return copy;
    }

    private static Gateway.Running facade(Tape tape) {
        return Facades.start(
                tape.dialect(),
                VENDOR.uri(),
                Map.of("mint.model-rules-file", "src/test/resources/model-rules/none.json"),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
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
