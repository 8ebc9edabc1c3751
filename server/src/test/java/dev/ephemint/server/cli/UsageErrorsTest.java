package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program prints about arguments and settings that it cannot use. */
final class UsageErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "brew                     | ephemint: unknown command 'brew'",
                "help brew                | ephemint: unknown command 'brew'",
                "mnit                     | ephemint: unknown command 'mnit'; did you mean 'mint'?",
                "help doctro              | ephemint: unknown command 'doctro'; did you mean 'doctor'?",
                "--prot 1                 | ephemint: unknown option '--prot'",
                "--config                 | ephemint: --config requires a FILE",
                "explain --prot           | ephemint explain: unknown option '--prot'",
                "explain --jsno           | ephemint explain: unknown option '--jsno'; did you mean '--json'?",
                "run --json               | ephemint run: unknown option '--json'",
                "mint --dialect azure     | ephemint mint: unknown option '--dialect'",
                "doctor --flat            | ephemint doctor: unknown option '--flat'",
                "explain --request        | ephemint explain: --request requires a FILE",
                "explain --request --json | ephemint explain: --request requires a FILE",
                "explain --dialect        | ephemint explain: --dialect requires a DIALECT",
                "mint request.json        | ephemint mint: unexpected argument 'request.json'"
            })
    void namesTheArgument(String arguments, String problem) {
        ProgramRun run = ProgramRun.of(arguments.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith(problem + "\n\nUsage: java -jar ephemint-server.jar ");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--x.y=planted         | unknown option '--x.y'",
                "mint --rquest=planted | unknown option '--rquest'; did you mean '--request'?",
                "mint --flat=planted   | --flat: invalid value",
                "planted-word-of-a-key | unknown command (not shown: it may be a key)",
                "help sk-planted4711   | unknown command (not shown: it may be a key)",
                "sk-planted4711        | unknown command (not shown: it may be a key)",
                "--sk-planted4711      | unknown option (not shown: it may be a key)",
                "@planted4711          | unknown command (not shown: it may be a key)",
                "doctor Planted/4711== | unexpected argument (not shown: it may be a key)"
            })
    void doesNotRepeatWhatMayBeAKey(String arguments, String problem) {
        ProgramRun run = ProgramRun.of(arguments.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(": " + problem + "\n").doesNotContainIgnoringCase("planted");
    }

    @ParameterizedTest
    @CsvSource({
        "--openai.api-key, EPHEMINT_OPENAI_API_KEY",
        "--openai.apikey, EPHEMINT_OPENAI_API_KEY",
        "--upstream.url, EPHEMINT_UPSTREAM_URL"
    })
    void namesTheVariableOfASettingThatIsGivenAsAnOption(String option, String variable) {
        assertThat(ProgramRun.of(option + "=planted").err())
                .startsWith("ephemint: unknown option '" + option + "'; set " + variable
                        + " in the environment, because other users can see command lines\n")
                .doesNotContain("planted");
    }

    @Test
    void anErrorOfACommandShowsTheUsageOfThatCommandAlone() {
        assertThat(ProgramRun.of("doctor", "--flat").err())
                .contains("\n\nUsage: java -jar ephemint-server.jar doctor [OPTION]...\n", "--json")
                .doesNotContain("explain", "server.port");
    }

    @Test
    void anErrorWithoutACommandShowsTheCommandsWithoutOptionsAndSettings() {
        assertThat(ProgramRun.of("brew").err())
                .contains("Commands:\n", "doctor", "explain", "mint", "run", "--help")
                .doesNotContain("server.port", "--flat");
    }

    @ParameterizedTest
    @CsvSource({"'', ephemint", "run, ephemint run", "serve, ephemint run", "mint, ephemint mint"})
    void putsEveryInvalidSettingOnALineOfItsOwn(String command, String name, @TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("ephemint.properties"), "server.port=x\nlog.format=x\n");

        ProgramRun run = ProgramRun.of((command + " --config=" + file).strip().split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(name + ": invalid settings\n  server.port: must be a whole number\n"
                        + "  log.format: must be one of [text, json]\n");
    }

    @Test
    void acceptsCommonOptionsBeforeTheCommand(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("ephemint.properties"), "log.format=x\n");

        assertThat(ProgramRun.of("--config", file.toString(), "explain").err())
                .isEqualTo("ephemint explain: invalid settings\n  log.format: must be one of [text, json]\n");
    }
}
