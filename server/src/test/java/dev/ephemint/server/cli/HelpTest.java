package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.settings.reader.Property;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpTest {

    private static final Set<String> OPTIONS =
            Set.of("--config", "--insecure", "--help", "--version", "--request", "--flat", "--dialect", "--json");

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void namesEveryCommandAndSetting(String argument) {
        ProgramRun run = ProgramRun.of(argument);

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: java -jar ephemint-server.jar [COMMAND] [OPTION]...\n")
                .contains(
                        "  run, serve ",
                        "  mint ",
                        "  explain ",
                        "  doctor ",
                        "  config ",
                        "  keys ",
                        "  train ",
                        "  help ",
                        "  completion ")
                .contains("run the service (default)", "--insecure", "server.port [8080]", "log.format [text]")
                .contains("Exit status: 0 success, 1 failure, 2 usage or configuration error.")
                .contains(List.of(Property.values()).stream()
                        .map(property -> "\n  " + property.key())
                        .toList());
        assertThat(run.out().lines()).allMatch(line -> line.length() < 120);
    }

    @ParameterizedTest
    @CsvSource({
        "run, ",
        "mint, --request --flat",
        "explain, --request --flat --dialect --json",
        "doctor, --json",
        "completion, "
    })
    void ofACommandNamesItsOptionsAlone(String command, String own) {
        ProgramRun run = ProgramRun.of(command, "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("Usage: java -jar ephemint-server.jar " + command + " [OPTION]...\n")
                .contains("--config=FILE", "Exit status:")
                .doesNotContain("server.port");
        Set<String> common = Set.of("--config", "--insecure", "--help", "--version");
        List<String> listed = own == null ? List.of() : List.of(own.split(" "));
        for (String option : OPTIONS) {
            assertThat(run.out().contains(option))
                    .as(option)
                    .isEqualTo(common.contains(option) || listed.contains(option));
        }
        assertThat(run.out().lines()).hasSizeLessThan(20).allMatch(line -> line.length() < 120);
        assertThat(ProgramRun.of("help", command)).isEqualTo(run);
        assertThat(ProgramRun.of(command, "-h")).isEqualTo(run);
    }

    @Test
    void aGroupOfCommandsNeedsOneOfThem() {
        assertThat(ProgramRun.of("config", "--help").out())
                .startsWith("Usage: java -jar ephemint-server.jar config COMMAND [OPTION]...\n")
                .contains("  schema ");
        assertThat(ProgramRun.of("config", "schema", "--help").out())
                .startsWith("Usage: java -jar ephemint-server.jar config schema [OPTION]...\n");
        assertThat(ProgramRun.of("config").status()).isEqualTo(2);
        assertThat(ProgramRun.of("config").err()).startsWith("ephemint config: requires a command: schema\n");
        assertThat(ProgramRun.of("config", "shema").err())
                .startsWith("ephemint config: unknown command 'shema'; did you mean 'schema'?\n");
    }

    @Test
    void hasNoColours() {
        assertThat(ProgramRun.of("--help").out()).doesNotContain("\u001b");
        assertThat(ProgramRun.of("--unknown").err()).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "mint --version"})
    void versionIsThatOfTheProgram(String arguments) {
        ProgramRun run = ProgramRun.of(arguments.split(" "));

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("ephemint ");
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        ProgramRun run = ProgramRun.of("completion");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("complete -F _complete_ephemint", "explain", "--dialect");
    }
}
