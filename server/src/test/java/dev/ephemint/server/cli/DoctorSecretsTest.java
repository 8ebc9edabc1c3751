package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.corpus.PlantedForms;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands print where a vendor repeats a key that looks like no vendor's. */
final class DoctorSecretsTest {

    private static final String KEY = "correct-horse-battery-staple-4711";
    private static final String TOKEN = "minted-and-unlike-any-token";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeHttpServer vendor;
    private final Path config;
    private volatile Reply mint = minted("\"x\"");
    private volatile Reply handshake = Reply.of(500, "");

    DoctorSecretsTest(@TempDir Path directory) throws Exception {
        vendor = new FakeHttpServer(request -> request.method().equals("POST") ? mint : handshake);
        Path key = Files.writeString(directory.resolve("key"), KEY);
        config = Files.writeString(
                directory.resolve("ephemint.properties"),
                "upstream.url=" + vendor.url() + "\nopenai.api-key-file="
                        + key.toString().replace("\\", "\\\\"));
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"WHOLE", "UPPER_CASE", "LAST_EIGHT", "PERCENT", "HTML_HEX", "BASE64", "HEX", "SPACES"})
    void doctorHidesKeyAndTokenEchoedByARejectedHandshake(PlantedForms form) throws Exception {
        handshake = Reply.of(401, "Wrong key " + form.of(KEY) + " or " + form.of(TOKEN))
                .withIfValid("location", "https://vendor.example/?key=" + form.of(KEY))
                .withIfValid("x-request-id", form.of(KEY));

        assertThat(run("doctor", "--json")).isEqualTo(1);

        assertThat(text(out)).contains("the handshake was rejected with 401", "Wrong key ");
        assertNothingIsRevealed();
        assertThat(ContractJson.mapper().readTree(text(out)).path("steps")).isNotEmpty();
    }

    @Test
    void doctorTextHidesKeyAndToken() {
        handshake = Reply.of(401, "Wrong key " + KEY + " or " + TOKEN + "! " + "Long. ".repeat(90));

        assertThat(run("doctor")).isEqualTo(1);

        assertThat(text(out)).contains("Wrong key [redacted] or [redacted]! Long.");
        assertNothingIsRevealed();
    }

    @Test
    void doctorHidesTheKeyEchoedByARejectedMint() {
        mint = Reply.of(400, "{\"error\":{\"message\":\"No " + KEY + "\",\"param\":\"" + KEY + "\"}}");

        assertThat(run("doctor")).isEqualTo(1);

        assertThat(text(out)).contains("No [redacted]");
        assertNothingIsRevealed();
    }

    @Test
    void mintPrintsItsTokenButNotTheKey() {
        mint = minted(TextNode.valueOf("Say " + KEY).toString());

        assertThat(run("mint")).isZero();

        assertThat(text(out)).contains(TOKEN, "Say [redacted]").doesNotContain(KEY);
    }

    @Test
    void rejectedMintPrintsNoKey() {
        mint = Reply.of(400, "{\"error\":{\"message\":\"No " + KEY + "\"}}");

        assertThat(run("mint")).isEqualTo(1);

        assertThat(text(err)).contains("No [redacted]");
        assertNothingIsRevealed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json"})
    void explainHidesTheKeyInTheRequest(String option) throws Exception {
        Path request = Files.writeString(
                config.resolveSibling("request.json"),
                "{\"session\":{\"type\":\"realtime\",\"instructions\":\"Say " + KEY + "\"}}");

        assertThat(run("explain", "--request", request.toString(), option)).isZero();

        assertThat(text(out)).contains("Say [redacted]");
        assertNothingIsRevealed();
    }

    @Test
    void explainHidesTheKeyInTheRequestInAnyForm() throws Exception {
        ObjectNode request = ContractJson.mapper().createObjectNode();
        ObjectNode session = request.putObject("session").put("type", "realtime");
        session.put("instructions", PlantedForms.all().map(form -> form.of(KEY)).collect(Collectors.joining(" | ")));
        Path file = Files.writeString(config.resolveSibling("forms.json"), request.toString());

        assertThat(run("explain", "--request", file.toString())).isZero();

        assertThat(text(out)).contains("[redacted]");
        assertNothingIsRevealed();
    }

    private static Reply minted(String instructions) {
        return Reply.of(
                200,
                "{\"value\":\"" + TOKEN + "\",\"expires_at\":4102444800,\"session\":{\"type\":\"transcription\","
                        + "\"instructions\":" + instructions + "}}");
    }

    private void assertNothingIsRevealed() {
        assertThat(List.of(text(out), text(err)))
                .noneMatch(text -> PlantedForms.reveals(text, KEY) || PlantedForms.reveals(text, TOKEN));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.remove("");
        all.addAll(List.of("--config", config.toString()));
        return Program.run(all, new Console(InputStream.nullInputStream(), stream(out), stream(err)));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
