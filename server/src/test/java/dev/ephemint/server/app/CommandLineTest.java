package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.settings.BadSettingsException;
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
            value = {
                "brew | brew: there is no such command, see --help",
                "explain --prot | --prot: explain has no such option, see --help",
                "serve --json | --json: serve has no such option, see --help",
                "mint --dialect azure | --dialect: mint has no such option, see --help",
                "explain --request | --request: name a file",
                "explain --dialect | --dialect: name a dialect",
                "mint request.json | request.json: mint has no such option, see --help"
            })
    void whatMakesNoSenseIsNamed(String arguments, String problem) {
        assertThatThrownBy(() -> line(arguments.split(" ")))
                .isInstanceOfSatisfying(BadSettingsException.class, refused -> assertThat(refused.problems())
                        .containsExactly(problem));
    }

    private static CommandLine line(String... arguments) {
        return CommandLine.of(List.of(arguments));
    }
}
