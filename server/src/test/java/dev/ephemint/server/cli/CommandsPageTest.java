package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The documented table of commands is the help's list; if it is not, the failure prints what it should be. */
final class CommandsPageTest {

    private static final Path PAGE = Path.of("docs", "commands.md");
    private static final List<String> COMMON = List.of("--config=FILE", "--insecure", "--help", "--version");
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z, ]+?) {2,}(\\S.*)$");

    @Test
    void listsEveryCommand() throws IOException {
        assertThat(Files.readString(PAGE)).contains("<!-- commands -->\n" + table() + "<!-- /commands -->");
    }

    @Test
    void listsEveryOptionThatOnlySomeCommandsHave() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("<!-- options -->\n" + options() + "<!-- /options -->")
                .contains(COMMON);
    }

    @Test
    void statesTheExitStatusAsTheHelpDoes() throws IOException {
        assertThat(ProgramRun.of("help").out())
                .contains("Exit status: 0 success, 1 failure, 2 usage or configuration error.");
        assertThat(Files.readString(PAGE))
                .contains("Exit status: 0 success, 1 failure, 2 usage or configuration error.");
    }

    private static String options() {
        Console console = new Console(InputStream.nullInputStream(), System.out, System.err);
        return "| Command | Option | What it does |\n|---|---|---|\n"
                + rows("", Program.commandLine(console)).collect(Collectors.joining());
    }

    private static Stream<String> rows(String path, CommandLine command) {
        Stream<String> own = command.getCommandSpec().args().stream()
                .filter(argument -> !COMMON.contains(name(argument)))
                .map(argument -> "| `" + path + "` | `" + name(argument) + "` | "
                        + String.join(" ", argument.description()) + " |\n");
        Stream<String> below = command.getSubcommands().values().stream()
                .distinct()
                .flatMap(one -> rows((path + " " + one.getCommandName()).strip(), one));
        return Stream.concat(own, below);
    }

    /** As a user types it. */
    private static String name(CommandLine.Model.ArgSpec argument) {
        if (argument instanceof CommandLine.Model.OptionSpec option) {
            return option.longestName() + (option.arity().max() == 0 ? "" : "=" + option.paramLabel());
        }
        return argument.paramLabel();
    }

    /** Prints the table of options, to be pasted into the page. */
    public static void main(String[] arguments) {
        System.out.print(options());
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
