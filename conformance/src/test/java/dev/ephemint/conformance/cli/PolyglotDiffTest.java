package dev.ephemint.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ephemint.conformance.json.ExactJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that is compiled and run before and after a change, and its verdict in the diff: the commands of {@code spec-diff.md}. */
final class PolyglotDiffTest {
    private static final String RELEASED = "../spec/src/released/openapi-0.1.0.yaml";
    private static final String CLIENT = "openapi-typescript";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/realtime/client_secrets:|/realtime/secrets:|breaks|error TS2345: Argument of type",
                "depth: 64|depth: 32|passes|it mints each case, regenerated or not",
            })
    void diffHasTheVerdictOfTheRun(String old, String now, String verdict, String because, @TempDir Path directory)
            throws IOException {
        String text = Files.readString(Path.of(RELEASED));
        String changed = Files.writeString(directory.resolve("new.yaml"), text.replace(old, now))
                .toString();
        String clients = directory.resolve("clients.json").toString();

        int status = run(
                "polyglot",
                "--language",
                CLIENT,
                "--old",
                "0.1.0",
                "--contract",
                changed,
                "--generator-jar",
                RELEASED, // This client's generator is another.
                "--work",
                "target/polyglot",
                "--report",
                clients);
        assumeFalse(status == Program.NOT_PROVEN, () -> out.toString(StandardCharsets.UTF_8));

        assertThat(status).isEqualTo(verdict.equals("breaks") ? Program.FAILED : Program.PASSED);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith(verdict + " " + CLIENT + " ")
                .contains("contract 0.1.0 to 0.1.0: ")
                .contains(because);
        assertThat(consequence(clients, changed)).startsWith(verdict).contains(because);
    }

    private String consequence(String clients, String changed) {
        out.reset();
        run("diff", "--format", "json", "--clients", clients, RELEASED, changed);
        for (var consequence :
                ExactJson.parse(out.toString(StandardCharsets.UTF_8)).at("/changes/0/consequences")) {
            if (consequence.path("consumer").asText().equals("client " + CLIENT)) {
                return consequence.path("verdict").asText() + ": "
                        + consequence.path("because").asText();
            }
        }
        return "the client is missing";
    }

    private int run(String... arguments) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Program.run(List.of(arguments), stream, stream);
    }
}
