package dev.ephemint.conformance.polyglot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.difference.KnownDifferences;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.TreeComparison;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each generated client mints the cases of {@code cases.json}. What arrives at the vendor and what the client reads must
 * equal what plain JSON brings about, but for the limits of the language that {@code known-limits.json} lists.
 */
final class GeneratedClientsTest {
    private static final Path DATA = Path.of("src/test/resources/polyglot");
    private static final JsonNode CASES = ExactJson.read(DATA.resolve("cases.json"));
    private static final JsonNode RESPONSES = ExactJson.read(DATA.resolve("responses.json"));
    private static final KnownDifferences LIMITS = KnownDifferences.read(DATA.resolve("known-limits.json"));

    private final ScriptedVendor vendor = ScriptedVendor.start();
    private final Gateway.Running facade = Facades.start(TargetDialect.OPENAI, vendor.uri());
    private final List<String> differences = new ArrayList<>();

    @AfterEach
    void close() {
        facade.close();
        vendor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"typescript-fetch", "python", "go", "rust", "java"})
    void mintsLikePlainJson(String language) throws IOException, InterruptedException {
        GeneratedClient client = GeneratedClient.from(facade.uri(), language);
        vendor.script(GeneratedClientsTest::response);

        List<JsonNode> read = client.mint(URI.create(facade.uri() + "/v1"));

        List<JsonNode> arrived = arrived();
        assertThat(read).hasSize(CASES.size());
        assertThat(arrived).hasSize(CASES.size());
        int next = 0;
        for (Map.Entry<String, JsonNode> mint : CASES.properties()) {
            JsonNode plain = mintPlainly(mint.getKey(), mint.getValue());
            compare("request " + mint.getKey(), arrived().get(0), arrived.get(next));
            compare("response " + mint.getKey(), plain, read.get(next));
            next++;
        }
        assertThat(LIMITS.contradictions(language, differences)).isEmpty();
        assertThat(client.files()).noneMatch(GeneratedClientsTest::isInvented);
    }

    /** The comparisons above are void if plain JSON itself loses what the cases are about. */
    @Test
    void plainJsonArrivesWhole() {
        vendor.script(GeneratedClientsTest::response);

        mintPlainly("transcription-null", CASES.get("transcription-null"));
        mintPlainly("unknown-member", CASES.get("unknown-member"));

        assertThat(arrived().get(0).at("/session")).isEqualTo(CASES.at("/unknown-member/session"));
        mintPlainly("transcription-null", CASES.get("transcription-null"));
        assertThat(arrived().get(0)).isEqualTo(CASES.get("transcription-null"));
    }

    /** What a client in perfect order reads, which is what {@code mint.sh} prints. */
    private ObjectNode mintPlainly(String name, JsonNode body) {
        boolean flat = name.equals("flat");
        String path = flat ? "/v1/realtime/transcription_sessions" : "/v1/realtime/client_secrets";
        vendor.script(GeneratedClientsTest::response);
        Message response = new MessageSender()
                .call(
                        facade.uri(),
                        Message.request("POST", path, ExactJson.write(body)).with("content-type", "application/json"));
        JsonNode read = ExactJson.parse(response.body());
        JsonNode secret = flat ? read.path("client_secret") : read;
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        plain.set("value", secret.path("value"));
        plain.set("expires_at", secret.path("expires_at"));
        plain.put("type", read.at("/session/type").asText("transcription"));
        plain.set("socket", read.at("/connect/websocket/url"));
        plain.set("read", read);
        return plain;
    }

    private void compare(String what, JsonNode expected, JsonNode actual) {
        TreeComparison.differences(expected, actual).forEach(difference -> differences.add(what + " " + difference));
    }

    private List<JsonNode> arrived() {
        return vendor.requests().stream()
                .map(request -> ExactJson.parse(request.body()))
                .toList();
    }

    private static void response(Message request, Socket socket) throws IOException {
        String type = ExactJson.parse(request.body()).at("/session/type").asText();
        Message response =
                Message.response(200, ExactJson.write(RESPONSES.get(type))).with("content-type", "application/json");
        VendorReaction.response(response).on(request, socket);
    }

    /** Whether the generator made this name up, because the contract has none or one that the language does not allow. */
    private static boolean isInvented(String file) {
        return file.matches("(?i)(inline[_-]?object.*|.*(type[_-]?not|any[_-]?of|one[_-]?of))\\.\\w+");
    }
}
