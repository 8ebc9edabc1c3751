package dev.ephemint.server.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A vendor on loopback that responds to mints and to handshakes with what it was given. */
public final class EchoingVendor implements AutoCloseable {

    public record Reply(int status, Map<String, String> headers, String body) {

        /** With a header, where its value can be one. */
        public Reply with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            if (value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                more.put(name, value);
            }
            return new Reply(status, more, body);
        }
    }

    static {
        // Otherwise every response waits for the other side's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private volatile Reply mint = new Reply(500, Map.of(), "");
    private volatile Reply handshake = new Reply(500, Map.of(), "");

    public EchoingVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void mints(Reply reply) {
        mint = reply;
    }

    public void shakesHands(Reply reply) {
        handshake = reply;
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            Reply reply = exchange.getRequestMethod().equals("POST") ? mint : handshake;
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
