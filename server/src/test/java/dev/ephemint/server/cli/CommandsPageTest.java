package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documented table of commands is the help's list; if it is not, the failure prints what it should be. */
final class CommandsPageTest {

    private static final Path PAGE = Path.of("docs", "commands.md");
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z, ]+?) {2,}(\\S.*)$");

    @Test
    void listsEveryCommand() throws IOException {
        assertThat(Files.readString(PAGE)).contains("<!-- commands -->\n" + table() + "<!-- /commands -->");
    }

    @Test
    void statesTheExitStatusAsTheHelpDoes() throws IOException {
        assertThat(ProgramRun.of("help").out())
                .contains("Exit status: 0 success, 1 failure, 2 usage or configuration error.");
        assertThat(Files.readString(PAGE))
                .contains("Exit status: 0 success, 1 failure, 2 usage or configuration error.");
    }

    private static String table() {
        String help = ProgramRun.of("help").out();
        String commands = help.substring(help.indexOf("Commands:"), help.indexOf("Exit status:"));
        return "| Command | What it does |\n|---|---|\n"
                + COMMAND.matcher(commands)
                        .results()
                        .map(command -> "| `" + command.group(1) + "` | " + command.group(2) + " |\n")
                        .collect(Collectors.joining());
    }
}
