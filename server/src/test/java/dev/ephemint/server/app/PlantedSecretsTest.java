package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.contract.corpus.PlantedForms;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import dev.ephemint.testing.socket.RawServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** A vendor that repeats the service's key, in every form and place and with every status. */
final class PlantedSecretsTest {

    /** As Azure's are, as OpenAI's are, and one that looks like none. */
    private static final List<String> KEYS = PlantedForms.KEYS.subList(0, 3);

    private static final String REQUEST = "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":"
            + "{\"transcription\":{\"model\":\"gpt-4o-transcribe\"}}}}}";

    private static final String EVERYWHERE = "{\"error\":{\"message\":\"Key ~!\",\"type\":\"~\",\"code\":\"~\","
            + "\"param\":\"~\",\"~\":\"~\"},\"message\":\"~\",\"detail\":\"~\"}";

    private static final List<String> BODIES = List.of(
            EVERYWHERE,
            "{\"error\":{\"message\":\"The model ~ does not exist\",\"code\":\"model_not_found\",\"param\":\"session.~\"}}",
            "{\"error\":{\"code\":\"DeploymentNotFound\",\"message\":\"x\",\"innererror\":{\"~\":1}}}",
            "{\"statusCode\":400,\"message\":\"~\"}",
            "{\"detail\":\"~\"}",
            "{\"error\":\"~\"}",
            "<html>~</html>",
            "{\"error\":{\"message\":\"~\"");

    private static final String SUCCESS = "{\"value\":\"ek_minted_4711\",\"expires_at\":4102444800,\"session\":"
            + "{\"type\":\"transcription\",\"id\":\"sess_~\",\"instructions\":\"Say ~!\",\"~\":[\"~\"]},\"more\":\"~\"}";

    /** Differ each time, and are made by the service itself. */
    private static final Set<String> EPHEMINT_ONLY =
            Set.of("date", "x-request-id", "content-length", "request_id", "duration_ms");

    private final Set<String> seen = new HashSet<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.ephemint");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile Reply mint = Reply.of(500, "");

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    static Stream<Integer> statuses() {
        return Stream.of(200, 301, 307, 400, 401, 402, 403, 404, 409, 413, 422, 429, 500, 503);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void neitherResponseNorLogRepeatsTheKeyInAnyForm(int status) throws Exception {
        List<String> bodies =
                switch (status) {
                    case 200 -> List.of(SUCCESS);
                    case 400, 404 -> BODIES;
                    default -> List.of(EVERYWHERE);
                };
        // Of a success, short words stay (see Redactor.sparingWords), so the key of words is left to the others.
        for (String key : status == 400 ? KEYS : KEYS.subList(1, 2)) {
            try (FakeHttpServer vendor = new FakeHttpServer(request -> mint);
                    Facade facade = Facade.start(settings(vendor, key))) {
                for (PlantedForms form : PlantedForms.values()) {
                    for (String body : bodies) {
                        mint = reply(status, body, form.of(key), PlantedSecretsTest::written);
                        assertNothingIsRevealed(facade, form, key);
                    }
                }
            }
        }
    }

    /** JSON's own escapes hide a key from everything that reads the text of a body. */
    @ParameterizedTest
    @MethodSource("escapesOfJson")
    void neitherResponseNorLogRepeatsWhatJsonEscapes(PlantedForms form) throws Exception {
        for (String key : KEYS) {
            try (FakeHttpServer vendor = new FakeHttpServer(request -> mint);
                    Facade facade = Facade.start(settings(vendor, key))) {
                for (String body : BODIES) {
                    mint = reply(400, body, form.of(key), UnaryOperator.identity());
                    assertNothingIsRevealed(facade, form, key);
                }
            }
        }
    }

    static Stream<PlantedForms> escapesOfJson() {
        return Stream.of(
                PlantedForms.JSON_ESCAPED,
                PlantedForms.JSON_ESCAPED_TWICE,
                PlantedForms.JSON_ESCAPED_NOW_AND_THEN,
                PlantedForms.HTML_IN_JSON,
                PlantedForms.JSON_LINES);
    }

    /** The reason of a status and the names of headers are the vendor's text, too. */
    @ParameterizedTest
    @EnumSource
    void neitherReasonNorNameOfAHeaderIsRepeated(PlantedForms form) throws Exception {
        for (String key : KEYS) {
            String planted = form.of(key).replaceAll("[^ -~]", " ");
            String name = planted.replaceAll("[^A-Za-z0-9!#$%&'*+.^_`|~-]", "-");
            String reply = "HTTP/1.1 418 " + planted + "\r\n" + name + ": " + planted + "\r\ncontent-length: 0\r\n\r\n";
            try (RawServer vendor = RawServer.handling((peer, request) -> peer.write(reply));
                    Facade facade = Facade.start(
                            Map.of("server.port", "0", "upstream.url", vendor.url(), "openai.api-key", key))) {
                assertNothingIsRevealed(facade, form, key);
            }
        }
    }

    private static List<KeyValuePair> pairs(ILoggingEvent event) {
        return event.getKeyValuePairs() == null
                ? List.of()
                : event.getKeyValuePairs().stream()
                        .filter(pair -> !EPHEMINT_ONLY.contains(pair.key))
                        .toList();
    }

    /** Most responses are alike, and need one look only. */
    private void assertRevealsNothing(String said, PlantedForms form, String key) {
        if (seen.add(key + " " + said)) {
            assertThat(PlantedForms.reveals(said, key))
                    .as("%s of %s: %s", form, key, said)
                    .isFalse();
        }
    }

    private static Map<String, String> settings(FakeHttpServer vendor, String key) {
        return Map.of("server.port", "0", "upstream.url", vendor.url(), "openai.api-key", key);
    }

    private static Reply reply(int status, String body, String planted, UnaryOperator<String> written) {
        return Reply.json(status, body.replace("~", written.apply(planted)))
                .withIfValid("x-request-id", planted)
                .withIfValid("location", "https://vendor.example/" + planted)
                .withIfValid("retry-after", planted)
                .withIfValid("x-should-retry", planted);
    }

    private static String written(String text) {
        String quoted = TextNode.valueOf(text).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    private void assertNothingIsRevealed(Facade facade, PlantedForms form, String key) throws Exception {
        log.list.clear();
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(facade.uri() + "/v1/realtime/client_secrets"))
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(REQUEST))
                        .build(),
                BodyHandlers.ofString());

        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeAll(EPHEMINT_ONLY);
        assertRevealsNothing(headers + "\n" + response.body(), form, key);
        for (ILoggingEvent event : List.copyOf(log.list)) {
            assertRevealsNothing(event.getFormattedMessage() + pairs(event), form, key);
        }
        if (response.statusCode() == 200) {
            assertThat(response.body()).contains("\"value\":\"ek_minted_4711\"");
        }
    }
}
