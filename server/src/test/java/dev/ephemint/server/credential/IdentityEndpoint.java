package dev.ephemint.server.credential;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A managed identity's endpoint, as the platforms offer it on the machine itself. */
final class IdentityEndpoint implements AutoCloseable {

    record Asked(String uri, String identityHeader, String metadata) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final int status;
    private final String body;

    IdentityEndpoint(int status, String body) throws IOException {
        this.status = status;
        this.body = body;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The answer of App Service; IMDS gives the same and more: Microsoft's REST references, 2026-11. */
    static String token(String token) {
        return """
                {"access_token":"%s","expires_on":"%d","resource":"https://ai.azure.com","token_type":"Bearer"}""".formatted(token, System.currentTimeMillis() / 1000 + 86_400);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestURI().toString(),
                header(exchange, "x-identity-header"),
                header(exchange, "metadata")));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }
}
