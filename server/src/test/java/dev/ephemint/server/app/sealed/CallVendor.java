package dev.ephemint.server.app.sealed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A strict vendor: it mints with the key only, and opens a call only with the token that it minted, for exactly the offer. It
 * responds as OpenAI and Azure were recorded on 2026-07-24: 201, {@code text/plain}, a relative {@code Location}. It ends a call as
 * documented: with the key, and without a body.
 */
final class CallVendor implements AutoCloseable {

    static final String KEY = "sk-vendor-0123456789abcdefghij";
    static final String TOKEN = "ek_68af296e8e408191a1120a163263b4f8";

    /** Shortened from a recorded one; its password and fingerprint are as random as a key. */
    static final String SDP = """
            v=0\r
            o=- 4611731400430051336 2 IN IP4 127.0.0.1\r
            s=-\r
            t=0 0\r
            m=audio 9 UDP/TLS/RTP/SAVPF 111\r
            a=ice-ufrag:Xk7vQ2pL9wRt\r
            a=ice-pwd:hT5nWq8ZrB3mKx0cVy6JdLfPsGaUeNi4\r
            a=fingerprint:sha-256 9A:4C:11:FE:70:2B:D8:35:66:0E:AB:C1:94:5F:28:7D\r
            """;

    /** What the vendor responds with to an offer. */
    record Response(int status, String type, String location, String body) {
        static final Response OPENED =
                new Response(201, "text/plain; charset=utf-8", "/v1/realtime/calls/rtc_u2_E4xw9V7W", SDP);
    }

    final List<String> offers = Collections.synchronizedList(new ArrayList<>());

    /** Path, length and type of the body of each hang-up. */
    final List<String> hangUps = Collections.synchronizedList(new ArrayList<>());

    volatile Response response = Response.OPENED;
    volatile Response hangUp = new Response(200, "application/json", "", "");
    volatile Runnable beforeOpening = () -> {};
    volatile Runnable beforeEnding = () -> {};
    volatile boolean silent;
    private final HttpServer server;

    CallVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("authorization");
        switch (exchange.getRequestURI().toString()) {
            case "/v1/realtime/client_secrets" -> respond(exchange, minted(authorization));
            case "/v1/realtime/calls" -> called(exchange, authorization, body);
            default -> other(exchange, authorization, body);
        }
    }

    private void other(HttpExchange exchange, String authorization, String body) throws IOException {
        String path = exchange.getRequestURI().toString();
        if (!path.matches("/v1/realtime/calls/[^/]+/hangup")) {
            respond(exchange, json(404, "no such path"));
        } else if (!("Bearer " + KEY).equals(authorization)) {
            respond(exchange, json(401, "no key"));
        } else {
            hangUps.add(path + " " + body.length() + " "
                    + exchange.getRequestHeaders().getFirst("content-type"));
            beforeEnding.run();
            if (!silent) {
                respond(exchange, hangUp);
            }
        }
    }

    private void called(HttpExchange exchange, String authorization, String body) throws IOException {
        boolean sdp = "application/sdp".equals(exchange.getRequestHeaders().getFirst("content-type"))
                && "application/sdp".equals(exchange.getRequestHeaders().getFirst("accept"));
        if (!("Bearer " + TOKEN).equals(authorization) || !sdp) {
            respond(exchange, json(401, "Realtime session ephemeral token is required."));
            return;
        }
        offers.add(body);
        beforeOpening.run();
        if (!silent) {
            respond(exchange, response);
        }
    }

    private static Response minted(String authorization) {
        return ("Bearer " + KEY).equals(authorization)
                ? new Response(
                        200,
                        "application/json",
                        "",
                        "{\"value\":\"" + TOKEN + "\",\"expires_at\":"
                                + Instant.now().plusSeconds(600).getEpochSecond()
                                + ",\"session\":{\"type\":\"transcription\",\"id\":\"sess_1\"}}")
                : json(401, "no key");
    }

    static Response json(int status, String message) {
        return new Response(
                status,
                "application/json",
                "",
                "{\"error\":{\"message\":\"" + message + "\",\"type\":\"invalid_request_error\",\"param\":\"sdp\","
                        + "\"code\":\"invalid_offer\"}}");
    }

    private static void respond(HttpExchange exchange, Response response) throws IOException {
        byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", response.type());
        exchange.getResponseHeaders().set("x-request-id", "req_call_1");
        if (!response.location().isEmpty()) {
            exchange.getResponseHeaders().set("location", response.location());
        }
        exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
