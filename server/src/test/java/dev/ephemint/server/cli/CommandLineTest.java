package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandLineTest {

    @Test
    void servesWhereNoCommandIsNamed() {
        assertThat(line().command()).isEqualTo(Command.SERVE);
        assertThat(line("--config", "x.properties", "--insecure")).satisfies(line -> {
            assertThat(line.command()).isEqualTo(Command.SERVE);
            assertThat(line.config()).contains(Path.of("x.properties"));
            assertThat(line.has(Option.INSECURE)).isTrue();
        });
    }

    @Test
    void optionsFollowTheCommand() {
        CommandLine line = line("explain", "--request", "-", "--dialect", "all", "--json");

        assertThat(line.command()).isEqualTo(Command.EXPLAIN);
        assertThat(line.value(Option.REQUEST)).contains("-");
        assertThat(line.value(Option.DIALECT)).contains("all");
        assertThat(line.has(Option.JSON)).isTrue();
        assertThat(line.has(Option.FLAT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "brew | unknown command 'brew'",
                "explain --prot | unknown option '--prot'",
                "serve --json | unknown option '--json'",
                "mint --dialect azure | unknown option '--dialect'",
                "explain --request | --request requires a FILE",
                "explain --dialect | --dialect requires a DIALECT",
                "mint request.json | unknown option 'request.json'",
                "--x.y=planted | unknown option '--x.y'",
                "mint --request=planted | unknown option '--request'",
                "planted-word-of-a-key | unknown command (not shown: it may be a key)",
                "sk-planted4711 | unknown command (not shown: it may be a key)",
                "--sk-planted4711 | unknown option (not shown: it may be a key)",
                "doctor Planted/4711== | unknown option (not shown: it may be a key)"
            })
    void whatMakesNoSenseIsNamed(String arguments, String problem) {
        assertThatThrownBy(() -> line(arguments.split(" ")))
                .isInstanceOf(UsageException.class)
                .hasMessage(problem);
    }

    @Test
    void aKeyOnTheCommandLineIsNotRepeated() {
        assertThatThrownBy(() -> line("--openai.api-key=planted-4711"))
                .hasMessage("unknown option '--openai.api-key': set EPHEMINT_OPENAI_API_KEY in the environment,"
                        + " because other users can see command lines");
    }

    private static CommandLine line(String... arguments) {
        return CommandLine.of(List.of(arguments));
    }
}
