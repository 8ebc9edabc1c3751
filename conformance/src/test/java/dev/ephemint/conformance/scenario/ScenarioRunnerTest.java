package dev.ephemint.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import java.net.URI;
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
            vendor-\\d               | ephemint-\\d                   | response: header x-request-id: {{~ ephemint-\\d}}: was vendor-7
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
        URI upstream = URI.create(settings.getOrDefault("upstream.url", ""));
        String bearer = "Bearer " + settings.get("openai.api-key");
        return new Running(new FakeHttpServer(request -> {
            Message received = Message.request(request.method(), request.target(), request.body());
            Message response = new MessageSender().call(upstream, received.with("Authorization", bearer));
            Reply reply = Reply.of(response.status(), response.body());
            for (Header header : response.headers()) {
                reply = header.name().startsWith("x-") ? reply.with(header.name(), header.value()) : reply;
            }
            return reply;
        }));
    }

    private record Running(FakeHttpServer server) implements Gateway.Running {
        @Override
        public URI uri() {
            return URI.create(server.url());
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
