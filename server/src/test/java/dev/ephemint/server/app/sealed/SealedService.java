package dev.ephemint.server.app.sealed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.app.Facade;
import dev.ephemint.server.caller.CallerKey;
import dev.ephemint.server.caller.TestKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** A service that seals, with two callers and a time that a test moves. The vendor is the sandbox by default. */
final class SealedService implements AutoCloseable {

    static final String ORIGIN = "https://captions.example";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final CallerKey key = CallerKey.random();
    final CallerKey other = CallerKey.random();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    final Path keys;
    private final Map<String, String> settings;
    private final Facade facade;

    SealedService(Path folder, Map<String, String> more) throws IOException {
        keys = Files.writeString(folder.resolve("seal-" + key.id() + ".keys"), line("a", 7));
        Map<String, String> given = new HashMap<>(Map.of(
                "server.port",
                "0",
                "auth.pepper",
                TestKeys.PEPPER,
                "callers",
                "{web: {keys: [" + TestKeys.entry(key) + "]}, app: {keys: [" + TestKeys.entry(other)
                        + "], policy: plain}}",
                "policies",
                "{default: {lifetime: {max-seconds: 600}, limits: {caller: {windows: [{requests: 50, per: 1h}]}}}, plain: {}}",
                "sealed.keys-file",
                keys.toString(),
                "sealed.policies",
                "default"));
        given.putAll(more);
        settings = given;
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        facade = Facade.start(given, clock);
    }

    /** One whose sealed tokens are for calls, which this vendor opens. */
    static SealedService forCalls(Path folder, CallVendor vendor, Map<String, String> more) throws IOException {
        Map<String, String> given = new HashMap<>(Map.of(
                "upstream.url",
                vendor.uri().toString(),
                "openai.api-key",
                CallVendor.KEY,
                "upstream.timeout",
                "PT1S",
                "sealed.use",
                "call"));
        given.putAll(more);
        return new SealedService(folder, given);
    }

    private SealedService(SealedService first) {
        keys = first.keys;
        settings = first.settings;
        facade = Facade.start(settings);
    }

    /** Another one with the same settings, so with the keys and callers of this one. */
    SealedService replica() {
        return new SealedService(this);
    }

    static String line(String name, int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return name + " " + Base64.getEncoder().encodeToString(key) + "\n";
    }

    record Reply(int status, JsonNode body) {

        String value() {
            return body.path("value").asText();
        }

        String code() {
            return body.at("/error/code").asText();
        }
    }

    /** A sealed token that the first caller got, from its server. */
    String sealed() throws Exception {
        return mint(key.reveal()).value();
    }

    Reply mint(String credential, String... headers) throws Exception {
        return post("client_secrets", "{\"session\":{\"type\":\"transcription\"}}", credential, headers);
    }

    Reply exchange(String sealed, String... headers) throws Exception {
        return post("client_secrets", "{}", sealed, headers);
    }

    Reply post(String operation, String body, String credential, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(facade.uri().resolve("/v1/realtime/" + operation))
                .header("content-type", "application/json")
                .header("authorization", "Bearer " + credential)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), ContractJson.mapper().readTree(response.body()));
    }

    /** What Prometheus reads, if the settings say so. */
    String metrics() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + facade.metricsPort().orElseThrow() + "/metrics");
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    /** Posts an offer. */
    HttpResponse<String> call(String credential, String offer, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri().resolve("/v1/realtime/calls"))
                .setHeader("content-type", "application/sdp")
                .setHeader("authorization", "Bearer " + credential)
                .POST(BodyPublishers.ofString(offer));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** Ends a call. */
    HttpResponse<String> hangUp(String credential, String call, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri().resolve("/v1/realtime/calls/" + call + "/hangup"))
                .setHeader("authorization", "Bearer " + credential)
                .POST(BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    URI uri() {
        return facade.uri();
    }

    @Override
    public void close() {
        facade.close();
    }
}
