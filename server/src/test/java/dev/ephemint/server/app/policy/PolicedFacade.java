package dev.ephemint.server.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.app.Application;
import dev.ephemint.server.app.Upstream;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.http.EdgeServer;
import dev.ephemint.server.http.Listener;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The whole service with one caller, and a vendor that records. At Azure GA the vendor fails on each transcription block, so
 * that each is deferred.
 */
record PolicedFacade(EdgeServer server, List<UpstreamCall> calls) implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_790_000_000), ZoneOffset.UTC);
    private static final String NESTED =
            "{'value':'ek_example','expires_at':1790000600,'session':{'type':'transcription'}}";
    private static final String FLAT = "{'client_secret':{'value':'ek_example','expires_at':1790000600}}";

    /** What left the facade for one request: to the vendor, and as events to the caller. */
    record Left(List<ObjectNode> bodies, List<JsonNode> events) {}

    /** @param policy of callers that are not checked */
    static PolicedFacade start(DialectName dialect, ObjectNode policy) throws Exception {
        Map<String, String> given = new HashMap<>(Map.of(
                "upstream.dialect",
                dialect.toString(),
                "mint.repair",
                "true",
                "policies",
                "{anonymous: " + policy + "}"));
        if (dialect.toString().startsWith("azure")) {
            given.put("azure.deployments", "gpt-live-transcribe=ears,evil=mouth");
        }
        Settings settings = SettingsReader.read(Sources.of(given));
        Application application = new Application(settings, Upstream.example(settings), ModelRules.builtIn(), CLOCK);
        List<UpstreamCall> calls = new CopyOnWriteArrayList<>();
        boolean flat = application.upstream().dialect().isFlat();
        Mint mint = application.mint((call, deadline) -> reply(call, flat, calls), Policy.none());
        Listener listener = new Listener("127.0.0.1", 0, Optional.empty());
        return new PolicedFacade(EdgeServer.start(listener, application.edge(mint)), calls);
    }

    private static UpstreamReply reply(UpstreamCall call, boolean flat, List<UpstreamCall> calls) {
        calls.add(call);
        boolean fails = call.uri().getHost().contains("azure")
                && call.body().at("/session/audio/input/transcription").isObject();
        return fails ? Fixtures.reply(500, "{}") : Fixtures.reply(200, flat ? FLAT : NESTED);
    }

    Left post(boolean flat, ObjectNode body) throws Exception {
        calls.clear();
        HttpRequest request = HttpRequest.newBuilder(
                        server.uri().resolve("/v1/realtime/" + (flat ? "transcription_sessions" : "client_secrets")))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isNotEqualTo(500);
        List<JsonNode> events = new ArrayList<>();
        ContractJson.mapper()
                .readTree(response.body())
                .at("/connect/first_events")
                .forEach(event -> events.add(session(event)));
        return new Left(calls.stream().map(UpstreamCall::body).toList(), events);
    }

    private static JsonNode session(JsonNode event) {
        return ((ObjectNode) event).without("type");
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
