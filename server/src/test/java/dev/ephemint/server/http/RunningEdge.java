package dev.ephemint.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.caller.CallerCheck;
import dev.ephemint.server.http.intake.BodyTimes;
import dev.ephemint.server.http.intake.RequestLimits;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.shape.Repair;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** The real edge on a free port, over a mint of the test's. */
public record RunningEdge(EdgeServer server) implements AutoCloseable {

    public static final int MAX_BYTES = 4096;

    private static final int MAX_IN_FLIGHT = 100;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static RunningEdge over(Mint mint) throws Exception {
        return over(mint, Readiness.always());
    }

    public static RunningEdge over(Mint mint, Readiness readiness) throws Exception {
        return over(mint, readiness, MAX_BYTES, false);
    }

    public static RunningEdge over(int maxBytes, Mint mint) throws Exception {
        return over(mint, Readiness.always(), maxBytes, false);
    }

    public static RunningEdge withPage() throws Exception {
        return over(Tokens.echoing(), Readiness.always(), MAX_BYTES, true);
    }

    public static RunningEdge over(Mint mint, RequestLimits limits) throws Exception {
        return over(mint, Readiness.always(), limits, false);
    }

    public static RunningEdge over(Mint mint, RequestLimits limits, Predicate<String> crossOrigins) throws Exception {
        return over(settings(limits, Optional.of(crossOrigins), false), mint, Readiness.always());
    }

    private static RunningEdge over(Mint mint, Readiness readiness, int maxBytes, boolean page) throws Exception {
        return over(mint, readiness, limits(maxBytes), page);
    }

    private static RunningEdge over(Mint mint, Readiness readiness, RequestLimits limits, boolean page)
            throws Exception {
        return over(settings(limits, Optional.empty(), page), mint, readiness);
    }

    private static EdgeSettings settings(RequestLimits limits, Optional<Predicate<String>> crossOrigins, boolean page) {
        return new EdgeSettings("openai", "gpt-live-transcribe", limits, "127.0.0.1"::equals, crossOrigins, page);
    }

    /** On a listener of the test's. */
    public static RunningEdge on(Listener listener, Mint mint) throws Exception {
        return on(listener, settings(limits(MAX_BYTES), Optional.empty(), false), mint, Readiness.always());
    }

    private static RunningEdge over(EdgeSettings settings, Mint mint, Readiness readiness) throws Exception {
        return on(new Listener("127.0.0.1", 0, Optional.empty()), settings, mint, readiness);
    }

    private static RunningEdge on(Listener listener, EdgeSettings settings, Mint mint, Readiness readiness)
            throws Exception {
        Edge edge = new Edge(settings, mint, readiness, Repair.OFF, Optional.empty(), CallerCheck.anonymous());
        return new RunningEdge(EdgeServer.start(listener, edge));
    }

    public static RequestLimits limits(int maxBytes) {
        return new RequestLimits(
                maxBytes, new BodyTimes(Duration.ofMinutes(1), 0), Duration.ofMinutes(1), MAX_IN_FLIGHT);
    }

    public HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).header("content-type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    public byte[] bytes(String path) throws Exception {
        return bytes(request(path)).body();
    }

    public HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.uri().resolve(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    public static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    public static JsonNode json(String text) {
        try {
            return ContractJson.mapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(text, malformed);
        }
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
