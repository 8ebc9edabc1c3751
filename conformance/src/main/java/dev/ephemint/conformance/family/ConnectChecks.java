package dev.ephemint.conformance.family;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.check.Applicability;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckCase;
import dev.ephemint.conformance.check.Findings;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.profile.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Connection hints: the vendor's socket, named so that a client that follows them gets a session. */
public final class ConnectChecks {
    private ConnectChecks() {}

    /** The hints of a response, and the vendor behind it. */
    private record Hints(TargetDialect dialect, JsonNode connect) {
        JsonNode socket(String pointer) {
            return connect.at("/websocket" + pointer);
        }
    }

    public static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            checks.add(check(shape, "present", "REQ-CONNECT-01", ConnectChecks::present));
            checks.add(check(shape, "url", "REQ-CONNECT-02", ConnectChecks::url));
            checks.add(check(shape, "query", "REQ-CONNECT-03", ConnectChecks::query));
            checks.add(check(shape, "credential", "REQ-CONNECT-04", ConnectChecks::credential));
            checks.add(check(shape, "subprotocols", "REQ-CONNECT-05", ConnectChecks::subprotocols));
        }
        return List.copyOf(checks);
    }

    private static Check check(Shape shape, String name, String requirement, BiConsumer<Findings, Hints> compare) {
        return CheckCase.of("connect/" + shape.word() + "/" + name, requirement, Position.FRONT, target -> {
                    Message response = mint(target, shape);
                    if (response.status() != 200) {
                        return new Outcome.NotProven("the mint returned " + Findings.brief(response));
                    }
                    Findings findings = new Findings();
                    JsonNode connect = Findings.json(response).path("connect");
                    compare.accept(findings, new Hints(target.profile().dialect(), connect));
                    return findings.outcome();
                })
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.sessionType("transcription"))
                .onlyIf(Applicability.has(Feature.CONNECT));
    }

    static Message mint(Target target, Shape shape) {
        Upstreams.mint(target);
        return target.mint(shape.operation(), ExactJson.write(shape.sample(target.profile(), "transcription")));
    }

    private static void present(Findings findings, Hints hints) {
        findings.that(hints.connect().isObject(), "/connect: expected an object")
                .same(
                        "/connect/dialect",
                        hints.dialect().id(),
                        hints.connect().path("dialect").asText("(absent)"))
                .that(hints.connect().path("first_events").isArray(), "/connect/first_events: expected a list");
    }

    private static void url(Findings findings, Hints hints) {
        String path =
                switch (hints.dialect()) {
                    case OPENAI, OPENAI_BETA -> "/v1/realtime";
                    case AZURE -> "/openai/v1/realtime";
                    case AZURE_PREVIEW -> "/openai/realtime";
                };
        String url = hints.socket("/url").asText("(absent)");
        findings.that(
                url.matches("wss?://[^/]+" + path + "\\?.+"),
                "/connect/websocket/url: expected a path " + path + " and a query, was " + url);
    }

    private static void query(Findings findings, Hints hints) {
        String url = hints.socket("/url").asText("(absent)");
        List<String> query = List.of(url.replaceFirst("^[^?]*\\??", "").split("&"));
        boolean version = query.stream().anyMatch(part -> part.startsWith("api-version="));
        findings.that(
                        query.contains("intent=transcription"),
                        "/connect/websocket/url: no intent=transcription in " + url)
                .that(
                        query.stream().noneMatch(part -> part.matches("(model|deployment)=.*")),
                        "/connect/websocket/url: names a model, which a transcription socket rejects: " + url)
                .that(
                        version == (hints.dialect() == TargetDialect.AZURE_PREVIEW),
                        "/connect/websocket/url: api-version belongs to the preview only: " + url);
    }

    private static void credential(Findings findings, Hints hints) {
        String header = hints.socket("/header/name").asText("(absent)");
        String value = hints.socket("/header/value").asText("(absent)");
        findings.that(header.equalsIgnoreCase("authorization"), "/connect/websocket/header/name: was " + header)
                .same("/connect/websocket/header/value", "Bearer {value}", value);
    }

    private static void subprotocols(Findings findings, Hints hints) {
        JsonNode subprotocols = hints.socket("/subprotocols");
        switch (hints.dialect()) {
            case OPENAI, OPENAI_BETA ->
                findings.tree(
                        "/connect/websocket/subprotocols",
                        ExactJson.parse("[\"realtime\",\"openai-insecure-api-key.{value}\"]"),
                        hints.dialect() == TargetDialect.OPENAI ? subprotocols : withoutBeta(subprotocols));
            case AZURE, AZURE_PREVIEW ->
                findings.that(
                        subprotocols.isNull(),
                        "/connect/websocket/subprotocols: Azure accepts no token there; expected null, was "
                                + subprotocols);
        }
    }

    /** The beta's own protocol name may stand beside the two. */
    private static JsonNode withoutBeta(JsonNode subprotocols) {
        ArrayNode less = JsonNodeFactory.instance.arrayNode();
        subprotocols.forEach(protocol -> {
            if (!protocol.asText().startsWith("openai-beta.")) {
                less.add(protocol);
            }
        });
        return less;
    }
}
