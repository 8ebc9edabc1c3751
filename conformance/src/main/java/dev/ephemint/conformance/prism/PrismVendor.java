package dev.ephemint.conformance.prism;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A vendor mocked by Prism: the dialect's document at the vendor's path, and the vendor's 404 on any other path. */
public final class PrismVendor implements AutoCloseable {
    private static final Set<String> PASSED_ON = Set.of("authorization", "api-key", "content-type", "accept");
    private static final Set<String> PASSED_BACK = Set.of(
            "content-type", "x-request-id", "apim-request-id", "retry-after", "retry-after-ms", "openai-processing-ms");

    private final TargetDialect dialect;
    private final DialectContract document;
    private final Prism prism;
    private final HttpServer front;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final MessageSender caller = new MessageSender();
    private final List<Message> requests = new CopyOnWriteArrayList<>();

    private PrismVendor(TargetDialect dialect, DialectContract document, Prism prism, HttpServer front) {
        this.dialect = dialect;
        this.document = document;
        this.prism = prism;
        this.front = front;
    }

    /**
     * @param home the directory in which {@code npm ci} was run
     * @param work a directory for the document
     */
    public static PrismVendor start(TargetDialect dialect, Path home, Path work) {
        DialectContract document = DialectContract.of(dialect);
        Prism prism = Prism.start(home, document.writeTo(work));
        PrismVendor vendor = new PrismVendor(dialect, document, prism, listen());
        vendor.front.setExecutor(vendor.threads);
        vendor.front.createContext("/", vendor::serve);
        vendor.front.start();
        return vendor;
    }

    private static HttpServer listen() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + front.getAddress().getPort());
    }

    /** Every request so far. */
    public List<Message> requests() {
        return List.copyOf(requests);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Message request = received(exchange);
            requests.add(request);
            Message response = mounted(request)
                    .map(inner -> caller.call(prism.uri(), inner))
                    .orElseGet(() -> notFound(request));
            response.headers().stream()
                    .filter(header -> PASSED_BACK.contains(header.name().toLowerCase(Locale.ROOT)))
                    .forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Message received(HttpExchange exchange) throws IOException {
        List<Header> headers = new ArrayList<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Message(exchange.getRequestMethod() + " " + exchange.getRequestURI(), headers, body);
    }

    /** The request with its path relative to the document's server; empty if the vendor serves no such path. */
    private Optional<Message> mounted(Message request) {
        if (!path(request).equals(dialect.mintPath())) {
            return Optional.empty();
        }
        List<Header> headers = new ArrayList<>(request.headers().stream()
                .filter(header -> PASSED_ON.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList());
        headers.add(new Header("Prefer", "example=" + example(request.body())));
        String target = request.target().substring(document.serverPath().length());
        return Optional.of(new Message(request.method() + " " + target, headers, request.body()));
    }

    private static String path(Message request) {
        return URI.create(request.target()).getPath();
    }

    /** Prism returns the first example by default; a vendor echoes the requested kind of session. */
    private String example(String body) {
        if (dialect.operation().isFlat()) {
            return "minted";
        }
        return "minted_" + sessionType(body).orElse("realtime");
    }

    private static Optional<String> sessionType(String body) {
        try {
            return Optional.ofNullable(ExactJson.parse(body).at("/session/type").textValue());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Recorded: OpenAI on its retired path (2026-08), Azure on an unknown path (2026-06). */
    private Message notFound(Message request) {
        String body =
                switch (dialect.vendor()) {
                    case OPENAI ->
                        "{\"error\":{\"message\":\"Invalid URL (" + request.method() + " " + path(request)
                                + ")\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}";
                    case AZURE -> "{\"error\":{\"code\":\"404\",\"message\":\"Resource not found\"}}";
                };
        return Message.response(404, ExactJson.write(ExactJson.parse(body))).with("content-type", "application/json");
    }

    @Override
    public void close() {
        front.stop(0);
        threads.shutdownNow();
        prism.close();
    }
}
