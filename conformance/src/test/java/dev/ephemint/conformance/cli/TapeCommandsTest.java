package dev.ephemint.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code record}, {@code import} and {@code drift}. */
final class TapeCommandsTest {
    private static final String KEY = "sk-proj-Zk9pQ2xW7vTn4LsYb1Rm";
    private static final Map<String, String> ENVIRONMENT = Map.of("OPENAI_API_KEY", KEY, "AZURE_OPENAI_API_KEY", KEY);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final String MINTED =
            "{\"value\": \"ek_68af296e8e408191a1120ab6383263c5\", \"expires_at\": 1790000000,"
                    + " \"session\": {\"type\": \"transcription\", \"speed\": %s}}";

    private final ScriptedVendor vendor = ScriptedVendor.start();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void recordedTapesHaveNoDriftUntilTheVendorChanges() throws IOException {
        respond(200, MINTED.formatted("1.0"));
        assertThat(record("azure", "old")).isEqualTo(Program.PASSED);
        assertThat(vendor.requests())
                .allMatch(request -> request.header("api-key").equals(Optional.of(KEY)));
        assertThat(Tapes.in(directory.resolve("old"))).allMatch(tape -> tape.dialect() == TargetDialect.AZURE);

        assertThat(drift("--target", vendor.uri().toString())).isEqualTo(Program.PASSED);

        respond(200, MINTED.formatted("1.5"));
        assertThat(drift("--target", vendor.uri().toString())).isEqualTo(Program.PASSED);
        assertThat(drift("--target", vendor.uri().toString(), "--fail-on", "warning"))
                .isEqualTo(Program.FAILED);
        assertThat(record("azure", "new")).isEqualTo(Program.PASSED);
        assertThat(drift("--against", directory.resolve("new").toString(), "--fail-on", "warning"))
                .isEqualTo(Program.FAILED);
        assertThat(out.toString()).contains("value-changed /response/body/session/speed");

        respond(400, "{\"error\": {\"message\": \"no\"}}");
        assertThat(drift("--target", vendor.uri().toString())).isEqualTo(Program.FAILED);

        respond(401, "{}");
        assertThat(drift("--target", vendor.uri().toString())).isEqualTo(Program.NOT_PROVEN);
        assertThat(out.toString()).contains("401: the credential was not accepted");
        assertNoKey();
    }

    @Test
    void kitsOwnTapesHaveNoDriftAgainstThemselves() {
        assertThat(run("drift", "--against", KitData.path("tapes").toString())).isEqualTo(Program.PASSED);
        assertThat(out.toString()).endsWith("differences: 0 information, 0 warning, 0 error" + System.lineSeparator());
    }

    @Test
    void driftReportIsWrittenToAFile() throws IOException {
        respond(200, MINTED.formatted("1.0"));
        record("openai", "old");
        Path report = directory.resolve("drift.json");

        assertThat(drift(
                        "--against",
                        directory.resolve("old").toString(),
                        "--format",
                        "json",
                        "--report",
                        report.toString()))
                .isEqualTo(Program.PASSED);

        assertThat(Files.readString(report)).contains("\"compared\": 2");
    }

    @Test
    void recordingThatIsRefusedFails() throws IOException {
        respond(200, "{\"unlisted\": \"Xk29fLq0Vb7Tz3Wn\"}");

        assertThat(record("openai", "old")).isEqualTo(Program.FAILED);

        assertThat(out.toString()).contains("looks like a credential", "2 of 2 requests could not be recorded");
        assertThat(record("openai", "old", "--id", "unlisted")).isEqualTo(Program.PASSED);
        assertNoKey();
    }

    @Test
    void importedTapeHasTheSourceDateAndGradeOfTheCommandLine() throws IOException {
        Path file = Files.writeString(directory.resolve("a.ndjson"), """
                {"request":{"method":"POST","url":"https://api.openai.com/v1/realtime/client_secrets","body":{}},\
                "response":{"status":200,"body":%s}}
                """.formatted(MINTED.formatted("1.0")));

        assertThat(importFile("--ndjson", file)).isEqualTo(Program.PASSED);

        assertThat(out.toString()).endsWith("1 written, 0 skipped, 0 refused" + System.lineSeparator());
        Tape tape = Tapes.in(directory.resolve("imported")).get(0);
        assertThat(tape.provenance().source()).isEqualTo("a proxy");
        assertThat(tape.provenance().captured()).hasValue("2026-10-01");
    }

    @Test
    void malformedFileIsAUsageError() throws IOException {
        assertThat(importFile("--har", Files.writeString(directory.resolve("a.har"), "{")))
                .isEqualTo(Program.USAGE);
        assertThat(err.toString()).contains("import: ", "a.har line 1, column 2: not JSON");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            record --target https://x.example --dialect bedrock --out x                                   | --dialect: must be one of openai, openai-beta, azure, azure-preview
            record --target https://x.example --dialect openai --out x --set y                             | --set: unknown set
            record --target http://x.example --dialect openai --out x                                      | --target: must be an https URL
            record --target https://x.example --dialect openai --out x --grade live                        | --grade: must be one of recorded, reported, documented
            record --target https://x.example --dialect openai --out x --header Authorization:sk-123456789 | name an environment variable
            import --out x --source y --date 2026-10-01 --grade recorded                                   | --har
            import --har nofile --out x --source y --date 2026-10-01 --grade recorded                      | nofile: cannot be read
            import --har nofile --out x --source y --date yesterday --grade recorded                       | --date
            drift --against nodirectory                                                                    | --against: no such directory
            drift --target https://x.example                                                               | --dialect: name the target's dialect
            drift --target https://x.example --against y                                                   | mutually exclusive
            """)
    void wrongArgumentIsAUsageErrorWithoutTheKey(String line, String message) {
        assertThat(run(line.split(" +"))).isEqualTo(Program.USAGE);

        assertThat(err.toString()).contains(message).doesNotContain("sk-123456789");
    }

    /** Each command of recording.md, with its options as they are there. */
    @Test
    void commandsOfThePageAreAccepted() throws IOException {
        String page = Files.readString(Path.of("../server/docs/recording.md"));
        List<String> commands = Pattern.compile("(?m)^java -jar conformance/target/ephemint-conformance\\.jar (.+)$")
                .matcher(page)
                .results()
                .map(command -> command.group(1))
                .toList();

        assertThat(commands).hasSize(6).allSatisfy(command -> assertThat(
                        program().parseArgs(words(command)).subcommand().errors())
                .isEmpty());
    }

    private static String[] words(String command) {
        return Pattern.compile("\"([^\"]*)\"|(\\S+)")
                .matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }

    private int record(String dialect, String out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "record",
                "--target",
                vendor.uri().toString(),
                "--dialect",
                dialect,
                "--set",
                "minimal",
                "--out",
                directory.resolve(out).toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int drift(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("drift", "--tapes", directory.resolve("old").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int importFile(String format, Path file) {
        return run(
                "import",
                format,
                file.toString(),
                "--out",
                directory.resolve("imported").toString(),
                "--source",
                "a proxy",
                "--date",
                "2026-10-01",
                "--grade",
                "reported");
    }

    private int run(String... arguments) {
        return program().execute(arguments);
    }

    private CommandLine program() {
        ErrorReporter errors = new ErrorReporter();
        return new CommandLine(CommandLine.Model.CommandSpec.create().name("ephemint-conformance"))
                .addSubcommand(new RecordCommand(ENVIRONMENT, CLOCK))
                .addSubcommand(new ImportCommand())
                .addSubcommand(new DriftCommand(ENVIRONMENT, CLOCK))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    private void respond(int status, String body) {
        vendor.script(VendorReaction.response(Message.response(status, body)));
    }

    private void assertNoKey() {
        assertThat(out + "" + err).doesNotContain(KEY, KEY.substring(8), "68af296e");
    }
}
