package dev.ephemint.server.app;

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

            Ends with 0 where all is well, 1 where something failed and 2 where it was asked wrongly.
            """;

    private static final String SETTINGS = """

            Settings, by the name in the file; in the environment server.port is EPHEMINT_SERVER_PORT
            and wins. What is in brackets is used where nothing is set.

            """;

    private Help() {}

    static String text() {
        return USAGE + commands() + "\nAll commands:\n" + options(common()) + STATUS + SETTINGS + settings();
    }

    private static String commands() {
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
