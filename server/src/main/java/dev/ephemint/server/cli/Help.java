package dev.ephemint.server.cli;

import dev.ephemint.server.settings.Property;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code --help} prints. */
final class Help {

    private static final String USAGE = """
            Usage: java -jar ephemint-server.jar [COMMAND] [OPTION ...]

            Mints short-lived credentials for realtime transcription. Without settings it answers
            from a built-in sandbox, whose tokens are not real.

            """;

    private static final String STATUS = """

            Exit status: 0 success, 1 failure, 2 usage or configuration error.
            """;

    private static final String MORE = """

            All commands and settings: java -jar ephemint-server.jar --help
            """;

    private static final String SETTINGS = """

            Settings, by the name in the file; in the environment server.port is EPHEMINT_SERVER_PORT
            and wins. What is in brackets is used where nothing is set.

            """;

    private Help() {}

    /** Everything: commands, options and settings. */
    static String text() {
        return USAGE + list() + "\nAll commands:\n" + options(common()) + STATUS + SETTINGS + settings();
    }

    /** The usage of one command. */
    static String of(Command command) {
        List<Option> all = Arrays.stream(Option.values()).filter(command::takes).toList();
        return "Usage: java -jar ephemint-server.jar " + command.word() + " [OPTION ...]\n\n"
                + line(command.word(), command.description()) + options(all) + STATUS + MORE;
    }

    /** The commands without their options. */
    static String commands() {
        return "Commands:\n"
                + Arrays.stream(Command.values())
                        .map(command -> line(command.word(), command.description()))
                        .collect(Collectors.joining())
                + MORE;
    }

    private static String list() {
        return Arrays.stream(Command.values())
                .map(command -> line(command.word(), command.description()) + options(command.ownOptions()))
                .collect(Collectors.joining());
    }

    private static List<Option> common() {
        return Arrays.stream(Option.values()).filter(Command.SERVE::takes).toList();
    }

    private static String options(Collection<Option> options) {
        return options.stream()
                .sorted()
                .map(option -> line("  " + (option.flag() + " " + option.value()).strip(), option.description()))
                .collect(Collectors.joining());
    }

    private static String line(String name, String description) {
        return String.format("  %-18s %s%n", name, description).replace("\r", "");
    }

    private static String settings() {
        return Arrays.stream(Property.values()).map(Help::entry).collect(Collectors.joining());
    }

    private static String entry(Property property) {
        String value = property.defaultValue().isEmpty() ? "" : " [" + property.defaultValue() + "]";
        return "  " + property.key() + value + "\n      "
                + property.description().replace("`", "") + "\n";
    }
}
