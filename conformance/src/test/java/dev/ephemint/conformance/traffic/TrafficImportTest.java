package dev.ephemint.conformance.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.record.Origin;
import dev.ephemint.conformance.record.RedactionRules;
import dev.ephemint.conformance.record.TapeComposer;
import dev.ephemint.conformance.record.TapeDirectory;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.TapeEvidence;
import dev.ephemint.conformance.tape.Tapes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrafficImportTest {
    private static final String MINT = "https://contoso.openai.azure.com/openai/v1/realtime/client_secrets";
    private static final String KEY = "Zk9pQ2xW7vTn4LsYb1RmAAAA";
    private static final String TOKEN = "ek_68af296e8e408191a1120ab6383263c5";
    private static final String QUERY_KEY = "Qx81LmNoPq72RsTu";
    private static final String COOKIE = "s9d8f7g6h5j4k3l2";
    private static final String RESPONSE = "{\"value\": \"" + TOKEN + "\", \"expires_at\": 1790000000, \"echo\": \""
            + KEY + " " + QUERY_KEY + " " + COOKIE + "\", \"session\": {\"type\": \"transcription\"}}";

    private static final String WITHOUT_QUERY = RESPONSE.replace(QUERY_KEY, "");
    private static final String MINTED = "{\"value\": \"" + TOKEN + "\", \"expires_at\": 1790000000}";

    private final List<String> printed = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void harMintsBecomeTapesWithoutCredentials() throws IOException {
        ObjectNode har = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = har.putObject("log").put("version", "1.2").putArray("entries");
        entries.add(harEntry(MINT + "?api-key=" + QUERY_KEY + "&api-version=preview", "POST", RESPONSE, ""));
        String encoded = Base64.getMimeEncoder().encodeToString(WITHOUT_QUERY.getBytes(StandardCharsets.UTF_8));
        entries.add(harEntry(MINT, "POST", encoded, "base64"));
        entries.add(harEntry(MINT, "OPTIONS", "", ""));
        entries.add(harEntry("https://api.openai.com/v1/models", "GET", "{}", ""));
        entries.add(harEntry("http://localhost:8080/v1/realtime/client_secrets", "POST", RESPONSE, ""));

        ImportResult result = unit(List.of()).har(file("a.har", ExactJson.write(har)), "imported");

        assertThat(result).isEqualTo(new ImportResult(2, 3, 0));
        assertThat(printed)
                .containsExactly(
                        "/log/entries/0: azure/imported-1",
                        "/log/entries/1: azure/imported-2",
                        "/log/entries/2: skipped, no POST",
                        "/log/entries/3: skipped, no mint by its path",
                        "/log/entries/4: skipped, not the vendor's host (--host)");
        assertThat(tapes()).hasSize(2).allSatisfy(tape -> {
            assertThat(tape.request().body()).isPresent();
            assertThat(tape.response().body().orElseThrow().path("value").textValue())
                    .startsWith("ek_tape_");
            assertThat(tape.provenance().captured()).hasValue("2026-10-01");
            assertThat(tape.provenance().evidence()).isEqualTo(TapeEvidence.REPORTED);
        });
        assertThat(tapes().get(0).request().target())
                .isEqualTo("/openai/v1/realtime/client_secrets?api-version=preview");
        assertNoSecret();
    }

    @Test
    void ndjsonMintsBecomeTapesInEachFormOfHeadersAndBodies() throws IOException {
        String lines = """
                {"request":{"method":"POST","url":"%1$s","headers":{"api-key":"%2$s"},"body":{"session":{"type":"transcription"}}},"response":{"status":200,"headers":{"retry-after":"2"},"body":%3$s}}

                {"request":{"method":"POST","url":"https://proxy.example/v1/realtime/client_secrets","headers":[{"name":"Authorization","value":"Bearer %2$s"}],"body":"{\\"session\\":{}}"},"response":{"status":401,"headers":[],"body":"<html>"}}
                """.formatted(MINT, KEY, WITHOUT_QUERY.replace(COOKIE, ""));

        ImportResult result = unit(List.of("proxy.example")).ndjson(file("a.ndjson", lines), "x");

        assertThat(result).isEqualTo(new ImportResult(2, 0, 0));
        assertThat(printed).containsExactly("line 1: azure/x-1", "line 3: openai/x-1");
        assertThat(tapes().get(0).response().headers()).containsEntry("retry-after", "2");
        assertThat(tapes().get(1).request().body().orElseThrow()).isEqualTo(ExactJson.parse("{\"session\":{}}"));
        assertThat(tapes().get(1).response().body()).isEmpty();
        assertNoSecret();
    }

    @Test
    void existingTapeIsKept() throws IOException {
        Path file = file("a.ndjson", line(MINTED));
        unit(List.of()).ndjson(file, "x");

        assertThat(unit(List.of()).ndjson(file, "x")).isEqualTo(new ImportResult(0, 1, 0));
    }

    @Test
    void mintWithAnUnknownSecretIsRefused() throws IOException {
        Path file = file("a.ndjson", line("{\"unlisted\": \"Xk29fLq0Vb7Tz3Wn\"}"));

        assertThat(unit(List.of()).ndjson(file, "x")).isEqualTo(new ImportResult(0, 0, 1));
        assertThat(printed)
                .singleElement()
                .asString()
                .contains("line 1: tape azure/x-1: not written: /response/body/unlisted")
                .doesNotContain("Xk29");
        assertThat(tapes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            har    | {"log": {"entries": [{"request": sk-secret-value}]}} | a.txt line 1, column 34: not JSON
            har    | {"entries": []}                                       | a.txt /log/entries: must be an array
            har    | {"log":{"entries":[{"request":{}}]}}                  | a.txt /log/entries/0: status must be a number
            har    | {"log":{"entries":[{"response":{"status":200}}]}}     | a.txt /log/entries/0: url must be text
            har    | {"log":{"entries":[{"request":{"url":"x"},"response":{"status":200,"headers":[{"name":"a"}]}}]}} | a.txt /log/entries/0: a header must have a name and a value
            har    | {"log":{"entries":[{"response":{"status":200,"content":{"encoding":"base64","text":"a"}}}]}} | not base64
            ndjson | {"request":{}}                                        | a.txt line 1: request and response must be objects
            ndjson | {"request":{},"request":{}}                           | a.txt line 1, column 24: not JSON, or a member that is named twice
            ndjson | []                                                    | a.txt line 1: request and response must be objects
            ndjson | {"request":{"headers":7},"response":{"status":200}}   | a.txt line 1: url must be text
            ndjson | {"request":{},"response":{"status":"200"}}            | a.txt line 1: status must be a number
            ndjson | {"request":{},"response":{"status":200,"headers":7}}  | a.txt line 1: headers must be an array or an object
            """)
    void malformedFileIsRefusedWithItsPlace(String format, String content, String message) throws IOException {
        Path file = file("a.txt", content);

        assertThatThrownBy(() -> {
                    TrafficImport unit = unit(List.of());
                    ImportResult unused = format.equals("har") ? unit.har(file, "x") : unit.ndjson(file, "x");
                })
                .isInstanceOf(InvalidTrafficException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret-value");
    }

    @Test
    void secondLineIsNamedAsSuch() throws IOException {
        Path file = file("a.ndjson", line("{}") + "{\"request\": }\n");

        assertThatThrownBy(() -> unit(List.of()).ndjson(file, "x")).hasMessageContaining("a.ndjson line 2, column 13");
        assertThat(tapes()).isEmpty();
    }

    @Test
    void longBodyIsRefused() throws IOException {
        Path file = file("a.ndjson", line("\"" + "a".repeat(1 << 20) + "\"").replace("\"body\":\"", "\"body\":\"x"));

        assertThatThrownBy(() -> unit(List.of()).ndjson(file, "x"))
                .hasMessageEndingWith("line 1: the body is longer than 1048576 characters");
    }

    private TrafficImport unit(List<String> hosts) {
        Origin origin = new Origin("a proxy's log", LocalDate.of(2026, 10, 1), TapeEvidence.REPORTED);
        TapeComposer composer = new TapeComposer(RedactionRules.defaults(), origin);
        return new TrafficImport(composer, new TapeDirectory(directory.resolve("out"), false), hosts, printed::add);
    }

    private static String line(String response) {
        return "{\"request\":{\"method\":\"POST\",\"url\":\"" + MINT
                + "\",\"body\":{}},\"response\":{\"status\":200,\"body\":" + response + "}}\n";
    }

    private static JsonNode harEntry(String url, String method, String content, String encoding) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        ObjectNode request = entry.putObject("request").put("method", method).put("url", url);
        request.putArray("headers").addObject().put("name", "api-key").put("value", KEY);
        request.putArray("cookies").addObject().put("name", "s").put("value", COOKIE);
        request.withArray("headers").addObject().put("name", "Cookie").put("value", "s=" + COOKIE);
        request.putObject("postData")
                .put("text", "{\"session\": {\"type\": \"transcription\"}, \"copy\": \"" + KEY + "\"}");
        ObjectNode response = entry.putObject("response").put("status", 200);
        response.putArray("headers").addObject().put("name", "Set-Cookie").put("value", "s=" + COOKIE + "; Path=/");
        ObjectNode body = response.putObject("content").put("text", content);
        if (!encoding.isEmpty()) {
            body.put("encoding", encoding);
        }
        return entry;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private List<Tape> tapes() {
        Path out = directory.resolve("out");
        return Files.exists(out) ? Tapes.in(out) : List.of();
    }

    private void assertNoSecret() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("out"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(KEY, TOKEN, QUERY_KEY, COOKIE, "contoso");
            }
        }
        assertThat(String.join("\n", printed)).doesNotContain(KEY, TOKEN, QUERY_KEY, COOKIE);
    }
}
