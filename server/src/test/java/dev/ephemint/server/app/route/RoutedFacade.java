package dev.ephemint.server.app.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.app.Application;
import dev.ephemint.server.app.Closer;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.http.EdgeServer;
import dev.ephemint.server.http.Listener;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.server.upstream.Exchange;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The whole service with several upstreams, which record what they are sent and respond as a test says. */
final class RoutedFacade implements AutoCloseable {

    static final String KEY = "sk-planted-0123456789abcdef";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_790_000_000), ZoneOffset.UTC);
    private static final String NESTED =
            "{'value':'ek_example','expires_at':1790000600,'session':{'type':'transcription'}}";
    private static final String FLAT = "{'client_secret':{'value':'ek_example','expires_at':1790000600}}";

    private final Closer closer = new Closer();
    private final Map<String, Exchange> exchanges = new ConcurrentHashMap<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final EdgeServer server;

    /** What one upstream was sent. */
    record Sent(String upstream, UpstreamCall call) {}

    private RoutedFacade(Map<String, String> sections) throws Exception {
        Map<String, String> environment = Map.of("THE_KEY", KEY);
        Settings settings =
                SettingsReader.read(new Sources(new HashMap<>(sections), environment, Optional.empty(), false));
        Application application = Application.of(settings, closer, CLOCK);
        Mint mint = application.mint(
                chain -> {
                    String name = chain.upstream().label();
                    boolean flat = chain.upstream().dialect().isFlat();
                    return (call, deadline) -> {
                        sent.add(new Sent(name, call));
                        return exchanges
                                .getOrDefault(name, (asked, by) -> Fixtures.reply(200, flat ? FLAT : NESTED))
                                .send(call, deadline);
                    };
                },
                Policy.none(),
                Policy.none(),
                attempt -> {});
        server = EdgeServer.start(new Listener("127.0.0.1", 0, Optional.empty()), application.edge(mint));
    }

    /** @param sections in YAML, by name */
    static RoutedFacade start(Map<String, String> sections) throws Exception {
        return new RoutedFacade(sections);
    }

    /** From now on the upstream responds so. */
    void respond(String upstream, Exchange exchange) {
        exchanges.put(upstream, exchange);
    }

    HttpResponse<String> post(boolean flat, ObjectNode body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        server.uri().resolve("/v1/realtime/" + (flat ? "transcription_sessions" : "client_secrets")))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** Mints a transcription session with this model. */
    HttpResponse<String> mint(String model) throws Exception {
        return post(
                false,
                Fixtures.transcription("{'transcription':{'model':'" + model + "'}}")
                        .body());
    }

    /** What was sent since the last time. */
    List<Sent> sent() {
        List<Sent> all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    static JsonNode json(HttpResponse<String> response) throws Exception {
        return ContractJson.mapper().readTree(response.body());
    }

    @Override
    public void close() throws Exception {
        server.close();
        closer.close();
    }
}
