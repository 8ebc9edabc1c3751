package dev.ephemint.client.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ephemint.client.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A mint on a free port whose tokens open a fake vendor's socket. It accepts every request. */
public final class FakeEphemint implements AutoCloseable {

    private final HttpServer server;
    private final FakeVendor vendor;

    public FakeEphemint(FakeVendor vendor) {
        this.vendor = vendor;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        server.createContext("/v1/realtime/client_secrets", this::mint);
        server.start();
    }

    /** The base URL for a client. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void mint(HttpExchange exchange) throws IOException {
        byte[] body = Models.toJson(vendor.mint()).getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
