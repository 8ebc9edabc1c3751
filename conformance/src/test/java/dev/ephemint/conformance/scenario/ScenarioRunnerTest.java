package dev.ephemint.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs against a gateway that only forwards, so that every difference is the scenario's. */
final class ScenarioRunnerTest {
    private static final String SCENARIO = """
            # A title
            # and a note
            dialect: openai
            setting: upstream.timeout=PT1S

            === request
            POST /v1/realtime/client_secrets
            Authorization: Bearer mine

            {"session":{"speed":1.50}}

            === upstream request
            POST /v1/realtime/client_secrets
            authorization: Bearer ${credential}
            openai-beta: {{absent}}

            {"session":{"speed":1.50}}

            === upstream response
            201
            x-request-id: vendor-7

            {"value":"ek_tape_1","expires_at":7}

            === response
            201
            x-request-id: {{~ vendor-\\d}}

            {"value":"ek_tape_1","expires_at":"{{integer}}"}
            """;

    @Test
    void agreesWithWhatHappens() {
        assertThat(run(SCENARIO)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openai-beta: {{absent}} | authorization: {{absent}} | upstream: header authorization: {{absent}}: was Bearer sk-planted-4b1d5eed0c0ffee0
            === response\\n201         | === response\\n200           | response: start: expected 200, was 201
            vendor-\\d               | ours-\\d                   | response: header x-request-id: {{~ ours-\\d}}: was vendor-7
            "{{integer}}"           | 8                         | response: /expires_at: expected 8, was 7
            """)
    void saysWhatDiffers(String text, String replacement, String difference) {
        assertThat(run(SCENARIO.replace(text.replace("\\n", "\n"), replacement.replace("\\n", "\n"))))
                .containsExactly(difference);
    }

    @Test
    void requestThatMustNotArriveIsADifference() {
        String silent = SCENARIO.replaceFirst("(?s)=== upstream request.*?===", "===");

        assertThat(run(silent)).singleElement().asString().startsWith("upstream: expected 0 requests, was [POST /v1");
    }

    @Test
    void leakedCredentialIsADifference() {
        String leak = SCENARIO.replace("vendor-7", "vendor-7\nx-echo: ${credential}");

        assertThat(run(leak)).containsExactly("response: contains the vendor's credential");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dialect: openai | | no dialect
            # A title       | #     | no title
            === response      | === reply | unexpected section "reply"
            === request     | === request\\n | section "request" does not begin with a start line
            setting:        | settings: | unknown line: settings: upstream.timeout=PT1S
            """)
    void rejectsInvalidFile(String text, String replacement, String reason) {
        String with = replacement == null ? "" : replacement.replace("\\n", "\n");

        assertThatThrownBy(() -> read(SCENARIO.replaceFirst(text, with).replace("# and a note\n", "")))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageStartingWith("some/where.scenario: ")
                .hasMessageContaining(reason);
    }

    private static Scenario read(String text) {
        return ScenarioReader.read(Path.of("some/where.scenario"), text);
    }

    private static List<String> run(String text) {
        try (ScenarioRunner unit = new ScenarioRunner(ScenarioRunnerTest::forwarding)) {
            return unit.run(read(text));
        }
    }

    private static Gateway.Running forwarding(Map<String, String> settings) {
        HttpServer server = server();
        URI upstream = URI.create(settings.getOrDefault("upstream.url", ""));
        String bearer = "Bearer " + settings.get("openai.api-key");
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                Message request = Message.request(
                        exchange.getRequestMethod(), exchange.getRequestURI().toString(), body);
                Message response = new MessageSender().call(upstream, request.with("Authorization", bearer));
                response.headers().stream()
                        .filter(header -> header.name().startsWith("x-"))
                        .forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
                exchange.sendResponseHeaders(response.status(), 0);
                exchange.getResponseBody().write(response.body().getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
        return new Running(server);
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Running(HttpServer server) implements Gateway.Running {
        @Override
        public URI uri() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
