package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request file that cannot be what its user means is named with what it is; nothing is sent. */
class RequestFileTest {

    private static final String FLAT = "{\"input_audio_transcription\":{\"model\":\"gpt-live-transcribe\"}}";
    private static final String NESTED = "{\"session\":{\"type\":\"transcription\"}}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private final Path directory;
    private final Path file;

    RequestFileTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("request.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "mint"})
    void suggestsFlatForTheFlatShape(String command) throws IOException {
        Files.writeString(file, FLAT);

        assertThat(run(command)).isEqualTo(2);

        assertThat(text(err))
                .isEqualTo("ephemint " + command + ": " + file + ": has 'input_audio_transcription' and no 'session',"
                        + " the flat shape of transcription_sessions: add --flat\n");
        assertThat(text(out)).isEmpty();
        assertThat(run(command, "--flat")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "mint"})
    void suggestsRemovingFlatForTheNestedShape(String command) throws IOException {
        Files.writeString(file, NESTED);

        assertThat(run(command, "--flat")).isEqualTo(2);

        assertThat(text(err)).contains("has 'session', the nested shape of client_secrets: remove --flat");
        assertThat(run(command)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'turn_detection':null}           |        | add --flat",
                "{'client_secret':{}}              |        | add --flat",
                "{'include':[]}                    |        | add --flat",
                "{'type':'transcription'}          |        | has 'type' and no 'session': put the members of",
                "{'model':'gpt-live-transcribe'}   |        | has 'model' and no 'session': put the members of",
                "{'audio':{'input':{}}}            |        | has 'audio' and no 'session': put the members of",
                "{'audio':{'input':{}}}            | --flat | has 'audio', which belongs in 'session'"
            })
    void namesMembersOutsideASession(String body, String option, String problem) throws IOException {
        Files.writeString(file, body.replace('\'', '"'));

        assertThat(option == null ? run("explain") : run("explain", option)).isEqualTo(2);

        assertThat(text(err)).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"expires_after\":{\"anchor\":\"created_at\",\"seconds\":60}}", "{\"x_new\":1}"})
    void acceptsARequestWithoutSessionMembers(String body) throws IOException {
        Files.writeString(file, body);

        assertThat(run("explain")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "efbbbf7b7d       | starts with a UTF-8 byte order mark (EF BB BF)",
                "fffe7b007d00     | is UTF-16, little endian",
                "feff007b007d     | is UTF-16, big endian",
                "7b22e4223a317d   | is not valid UTF-8 at byte 3 (E4)",
                "1f8b0800         | is compressed with gzip",
                "''               | is empty",
                "0a20             | is empty",
                "5b5d             | is no JSON object, it is of type array",
                "7b7d7d           | is not valid JSON: malformed at line 1, column 3",
                "7b7d207b         | is not valid JSON: more follows after its end at line 1",
                "6362287b7d29     | is JSONP",
                "7b0a2261223a7d   | is not valid JSON: malformed at line 2, column 5"
            })
    void namesTheFileAndItsEncoding(String bytes, String problem) throws IOException {
        Files.write(file, HexFormat.of().parseHex(bytes));

        assertThat(run("explain")).isEqualTo(2);

        assertThat(text(err)).startsWith("ephemint explain: " + file + ": " + problem);
    }

    @Test
    void rejectsADirectory() throws IOException {
        Files.createDirectory(file);

        assertThat(run("mint")).isEqualTo(2);

        assertThat(text(err)).isEqualTo("ephemint mint: " + file + ": is a directory\n");
    }

    @Test
    void namesAMissingFile() throws IOException {
        assertThat(run("mint")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("ephemint mint: " + file + ": no such file\n");

        err.reset();
        assertThat(Program.run(List.of("mint", "--request", "a\0b"), console(failing())))
                .isEqualTo(2);
        assertThat(text(err)).contains("cannot be read");

        err.reset();
        assertThat(Program.run(List.of("mint", "--request", "-"), console(failing())))
                .isEqualTo(2);
        assertThat(text(err)).isEqualTo("ephemint mint: standard input: cannot be read\n");
    }

    @Test
    void showsTheRewritingOfTheUrlLikeDoctor() throws IOException {
        Path config = Files.writeString(
                directory.resolve("ephemint.properties"),
                "upstream.dialect=azure\nupstream.url=https://r.services.ai.azure.com/openai/v1\nazure.api-key-file="
                        + Files.writeString(directory.resolve("key"), "planted-0123")
                                .toString()
                                .replace("\\", "/"));
        Files.writeString(file, NESTED);

        assertThat(run("explain", "--config", config.toString())).isZero();
        assertThat(text(out)).startsWith("""
                        # azure
                        - host .services.ai.azure.com rewritten to .openai.azure.com
                        - path /openai/v1 rewritten to /
                        """);

        out.reset();
        assertThat(run("explain", "--config", config.toString(), "--json", "--dialect", "all"))
                .isZero();
        JsonNode all = ContractJson.mapper().readTree(text(out));
        assertThat(all.findValues("notes")).extracting(JsonNode::size).containsExactly(0, 0, 2, 0);
    }

    private int run(String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, "--request", file.toString()));
        arguments.addAll(List.of(options));
        return Program.run(arguments, console(InputStream.nullInputStream()));
    }

    private Console console(InputStream in) {
        return new Console(in, stream(out), stream(err));
    }

    /** Every read throws an exception. */
    private static InputStream failing() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        return closed;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
