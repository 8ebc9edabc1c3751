package dev.ephemint.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.polyglot.ClientVerdict;
import dev.ephemint.conformance.polyglot.ClientVerdict.Verdict;
import dev.ephemint.conformance.polyglot.client.GeneratedClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolyglotCommandTest {
    private static final GeneratedClient CLIENT = GeneratedClient.all().get(0);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void clientWithoutAHarnessIsUnknownAndProvesNothing(@TempDir Path directory) throws IOException {
        Path jar = Files.writeString(directory.resolve("generator.jar"), "never run");
        Path report = directory.resolve("report.json");

        int status = run(
                "polyglot",
                "--language",
                "c#",
                "--generator-jar",
                jar.toString(),
                "--report",
                report.toString(),
                "--work",
                directory.toString());

        assertThat(status).isEqualTo(Program.NOT_PROVEN);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("unknown csharp (openapi-generator), contract ");
        assertThat(ExactJson.read(report).at("/results/0/verdict").asText()).isEqualTo("unknown");
        assertThat(ExactJson.read(report).at("/results/0/client").asText()).isEqualTo("csharp");
        assertThat(ExactJson.read(report).at("/results/0/because").asText()).isNotBlank();
    }

    @Test
    void oneClientThatBreaksFailsTheRun() {
        assertThat(PolyglotCommand.status(List.of(verdict(Verdict.PASSES), verdict(Verdict.UNKNOWN))))
                .isEqualTo(Program.PASSED);
        assertThat(PolyglotCommand.status(List.of(verdict(Verdict.PASSES), verdict(Verdict.BREAKS))))
                .isEqualTo(Program.FAILED);
        assertThat(PolyglotCommand.status(List.of())).isEqualTo(Program.NOT_PROVEN);
    }

    @Test
    void unknownLanguageListsTheClients() {
        assertThat(run("polyglot", "--language", "cobol")).isEqualTo(Program.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--language: no client cobol; there are typescript-fetch, python");
    }

    @Test
    void missingGeneratorNamesTheCommandThatGetsIt() {
        assertThat(run("polyglot", "--generator-jar", "nowhere.jar")).isEqualTo(Program.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("cannot read nowhere.jar; get it with mvn dependency:get");
    }

    @Test
    void contractThatIsNoDocumentIsAUsageError(@TempDir Path directory) throws IOException {
        Path jar = Files.writeString(directory.resolve("generator.jar"), "never run");
        String contract = Files.writeString(directory.resolve("x.yaml"), "x: 1").toString();

        int status = run(
                "polyglot", "--generator-jar", jar.toString(), "--contract", contract, "--work", directory.toString());

        assertThat(status).isEqualTo(Program.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("info.version is missing");
    }

    private static ClientVerdict verdict(Verdict verdict) {
        return new ClientVerdict(CLIENT, "1.0.0", verdict, "");
    }

    private int run(String... arguments) {
        return Program.run(List.of(arguments), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
