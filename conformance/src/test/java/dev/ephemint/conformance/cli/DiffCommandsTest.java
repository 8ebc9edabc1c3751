package dev.ephemint.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class DiffCommandsTest {
    private static final String RELEASED = "../spec/src/released/openapi-0.1.0.yaml";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path directory = Path.of("");
    private String changed = "";

    @BeforeEach
    void writeAChangedContract(@TempDir Path temporary) throws IOException {
        directory = temporary;
        String text = Files.readString(Path.of(RELEASED));
        changed = Files.writeString(directory.resolve("new.yaml"), text.replace("depth: 64", "depth: 32"))
                .toString();
    }

    @Test
    void diffFailsOnABreakingChangeAndNamesItsLine() {
        assertThat(run("diff", RELEASED, changed)).isEqualTo(Program.FAILED);
        assertThat(text(out)).contains("request.document-limit.narrowed").contains("new.yaml:");
    }

    @Test
    void diffPassesWhatIsBelowItsLimit() {
        assertThat(run("diff", changed, RELEASED)).isEqualTo(Program.PASSED);
        assertThat(run("diff", "--fail-on", "compatible", changed, RELEASED)).isEqualTo(Program.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "json", "sarif", "github"})
    void diffWritesEachFormToAFile(String format) throws IOException {
        Path report = directory.resolve("report");

        assertThat(run("diff", "--format", format, "--report", report.toString(), RELEASED, changed))
                .isEqualTo(Program.FAILED);
        assertThat(Files.readString(report)).contains("document-limit");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void diffOfTheCurrentEventsWithThemselvesPasses() {
        assertThat(run("diff", "--events", "--fail-on", "document", "current", "current"))
                .isEqualTo(Program.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9", "no-such-file.yaml"})
    void diffSaysWhichDocumentIsMissing(String argument) {
        assertThat(run("diff", argument, "current")).isEqualTo(Program.USAGE);
        assertThat(text(err)).startsWith("ephemint-conformance diff: " + argument);
    }

    @Test
    void diffRejectsUnusableClientResults() {
        assertThat(run("diff", "--clients", "no-such-file.json", RELEASED, changed))
                .isEqualTo(Program.USAGE);
        assertThat(text(err)).contains("--clients: ");
    }

    @Test
    void specDriftFailsOnDifferencesAndIsVoidWithoutOperations() throws IOException {
        String empty = Files.writeString(directory.resolve("empty.yaml"), "openapi: 3.1.0\n")
                .toString();

        assertThat(run(
                        "spec-drift",
                        "--published",
                        "src/test/resources/published/document.yaml",
                        "--date",
                        "2026-08-21"))
                .isEqualTo(Program.FAILED);
        assertThat(text(out)).contains("session.watermark");
        assertThat(run("spec-drift", "--published", RELEASED)).isEqualTo(Program.PASSED);
        assertThat(run("spec-drift", "--published", empty)).isEqualTo(Program.NOT_PROVEN);
        assertThat(run("spec-drift", "--published", "no-such-file.yaml")).isEqualTo(Program.USAGE);
    }

    @Test
    void diffOfAReleaseInTheJarWithTheCurrentContractRuns() {
        assertThat(run("diff", "0.1.0", "current")).isNotEqualTo(Program.USAGE);
        assertThat(text(out)).startsWith("0.1.0 -> current: ");
    }

    /** Each command of spec-diff.md, with its options as they are there. */
    @Test
    void commandsOfThePageAreAccepted() throws IOException {
        List<String> commands = Pattern.compile("(?m)^java -jar conformance/target/ephemint-conformance\\.jar (.+)$")
                .matcher(Files.readString(Path.of("../server/docs/spec-diff.md")))
                .results()
                .map(command -> command.group(1))
                .toList();

        Map<String, Object> parsers = Map.of(
                "diff", new DiffCommand(directory),
                "spec-drift", new SpecDriftCommand(Clock.systemUTC()),
                "polyglot", new PolyglotCommand());
        assertThat(commands).hasSize(7).allSatisfy(command -> {
            String[] words = command.split(" ", -1);
            Object parsed = Objects.requireNonNull(parsers.get(words[0]));
            new CommandLine(parsed).parseArgs(Arrays.copyOfRange(words, 1, words.length));
        });
    }

    private int run(String... arguments) {
        return Program.run(List.of(arguments), print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
