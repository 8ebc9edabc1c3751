package dev.ephemint.server.app;

import dev.ephemint.server.settings.Property;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What {@code --help} prints. */
final class Help {

    private static final String USAGE = """
            Usage: java -jar ephemint-server.jar [--config FILE] [--insecure] [--help] [--version]

            Mints short-lived credentials for realtime transcription. Without settings it answers
            from a built-in sandbox, whose tokens are not real.

              --config FILE  settings from a .properties file; EPHEMINT_CONFIG names one, too
              --insecure     allow to listen beyond this machine, and plain http to a vendor
              --help         this text
              --version      the version

            Settings, by the name in the file; in the environment server.port is EPHEMINT_SERVER_PORT
            and wins. What is in brackets is used where nothing is set.

            """;

    private Help() {}

    static String text() {
        return USAGE + Arrays.stream(Property.values()).map(Help::entry).collect(Collectors.joining());
    }

    private static String entry(Property property) {
        String value = property.defaultValue().isEmpty() ? "" : " [" + property.defaultValue() + "]";
        return "  " + property.key() + value + "\n      "
                + property.description().replace("`", "") + "\n";
    }
}
