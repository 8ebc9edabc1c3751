package dev.ephemint.server.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.ephemint.server.app.Facade;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A collector that keeps what it gets: OTLP over HTTP, as Protobuf. */
final class TracingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Pattern TOKEN = Pattern.compile("ek_sandbox_\\w+");

    private final Queue<byte[]> received = new ConcurrentLinkedQueue<>();
    private final HttpServer collector =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    TracingTest() throws Exception {
        collector.createContext("/v1/traces", exchange -> {
            received.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    @Test
    void requestMintAndVendorCallAreSpansOfTheCallersTrace() throws Exception {
        String response = mint("00-" + TRACE + "-00f067aa0ba902b7-01");

        String spans = spans();
        assertThat(spans)
                .contains("POST", "mint", "/v1/realtime/client_secrets", "anonymous", "minted", "ephemint")
                .doesNotContain("ek_sandbox_");
        assertThat(hex().split(TRACE, -1)).hasSize(4);
        assertThat(TOKEN.matcher(response).find()).isTrue();
    }

    @Test
    void aCallerThatDoesNotSampleIsNotTraced() throws Exception {
        mint("00-" + TRACE + "-00f067aa0ba902b7-00");

        assertThat(received).isEmpty();
    }

    /** Closing the service sends what waits. */
    private String mint(String traceParent) throws Exception {
        try (Facade facade = Facade.start(Map.of(
                "server.port",
                "0",
                "tracing.otlp-url",
                "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces"))) {
            HttpRequest request = HttpRequest.newBuilder(facade.uri().resolve("/v1/realtime/client_secrets"))
                    .header("content-type", "application/json")
                    .header("traceparent", traceParent)
                    .POST(BodyPublishers.ofString("{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":"
                            + "{\"transcription\":{\"model\":\"gpt-4o-transcribe\"}}}}}"))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        }
    }

    private String spans() {
        StringBuilder text = new StringBuilder();
        received.forEach(bytes -> text.append(new String(bytes, StandardCharsets.ISO_8859_1)));
        return text.toString();
    }

    private String hex() {
        StringBuilder hex = new StringBuilder();
        received.forEach(bytes -> hex.append(HexFormat.of().formatHex(bytes)));
        return hex.toString();
    }
}
