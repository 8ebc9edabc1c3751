package dev.ephemint.conformance.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.verdict.TestTarget;
import dev.ephemint.conformance.verdict.Verdicts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Hints that lead to the wrong socket: the kit finds the pinned requirements violated. */
final class WrongSocketsTest {

    @Test
    void eachIsCaughtByThePinnedRequirements() throws IOException {
        Map<String, List<String>> failed = new TreeMap<>();
        try (OpenSocket open = OpenSocket.start();
                Gateway.Running facade = Facades.start(Map.of("server.port", "0"))) {
            TestTarget right = new TestTarget(
                    facade.uri(),
                    Profiles.of("ephemint-sandbox"),
                    Optional.empty(),
                    new HttpCaller(Duration.ofMinutes(5)));
            all(open).forEach((name, wrong) -> failed.put(name, failed(right, wrong)));
        }

        assertThat(failed).isEqualTo(PinnedVerdicts.of("sockets"));
    }

    private static List<String> failed(TestTarget right, WrongFacades.WrongFacade wrong) {
        ChangedTarget target = new ChangedTarget(right, wrong.request(), wrong.response());
        return List.copyOf(
                Verdicts.of(target, check -> check.id().startsWith("socket/")).failed());
    }

    private static Map<String, WrongFacades.WrongFacade> all(OpenSocket open) {
        Map<String, WrongFacades.WrongFacade> all = new TreeMap<>();
        all.put("for-anyone", response(tree -> url(tree, "//[^/]+/", "//" + open.authority() + "/")));
        all.put("path-without-a-socket", response(tree -> url(tree, "/v1/realtime", "/v1/realtime/none")));
        all.put("token-not-filled-in", response(WrongSocketsTest::otherToken));
        all.put("of-another-model", request(tree -> Trees.mapped(tree, WrongSocketsTest::otherModel)));
        return all;
    }

    private static WrongFacades.WrongFacade response(UnaryOperator<JsonNode> change) {
        return new WrongFacades.WrongFacade(
                TargetDialect.OPENAI, request -> request, response -> WrongFacades.changed(response, change));
    }

    private static WrongFacades.WrongFacade request(UnaryOperator<JsonNode> change) {
        return new WrongFacades.WrongFacade(
                TargetDialect.OPENAI, request -> WrongFacades.changed(request, change), response -> response);
    }

    private static JsonNode url(JsonNode tree, String pattern, String replacement) {
        ObjectNode socket = (ObjectNode) tree.at("/connect/websocket");
        socket.put("url", socket.path("url").asText().replaceFirst(pattern, replacement));
        return tree;
    }

    private static JsonNode otherToken(JsonNode tree) {
        ((ObjectNode) tree.at("/connect/websocket/header")).put("value", "Bearer ek_none");
        return tree;
    }

    private static JsonNode otherModel(JsonNode value) {
        return value.asText().equals("gpt-4o-transcribe") ? TextNode.valueOf("gpt-4o-mini-transcribe") : value;
    }
}
