package dev.ephemint.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A service on a free port with scripted replies; it records the requests. */
final class FakeService implements AutoCloseable {

    /** A received request. */
    record ReceivedRequest(String method, String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    /** A scripted response. */
    record Reply(int status, String body, Map<String, String> headers) {

        static Reply json(int status, String body) {
            return new Reply(status, body, Map.of("content-type", "application/json"));
        }

        Reply with(String name, String value) {
            Map<String, String> more = new java.util.LinkedHashMap<>(headers);
            more.put(name, value);
            return new Reply(status, body, more);
        }
    }

    static final String MINTED =
            "{\"value\":\"ek_example_minted\",\"expires_at\":1790000600,\"session\":{\"type\":\"transcription\"}}";

    private final HttpServer server;
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<ReceivedRequest> requests = new ArrayList<>();

    FakeService(Reply... replies) {
        this.replies.addAll(List.of(replies));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        server.createContext("/", this::respond);
        server.start();
    }

    static FakeService minting() {
        return new FakeService(Reply.json(200, MINTED));
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    synchronized List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    private void respond(HttpExchange exchange) throws IOException {
        Reply reply = next(exchange);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The last reply is repeated. */
    private synchronized Reply next(HttpExchange exchange) throws IOException {
        requests.add(new ReceivedRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        return replies.size() > 1 ? replies.remove() : replies.element();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
