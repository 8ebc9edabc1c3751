package dev.ephemint.server.app;

import dev.ephemint.server.settings.BadSettingsException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What was asked for on the command line. */
record CommandLine(Optional<Path> config, boolean insecure, boolean help, boolean version) {

    private static final CommandLine NOTHING = new CommandLine(Optional.empty(), false, false, false);

    static CommandLine of(List<String> arguments) {
        CommandLine line = NOTHING;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            line = line.with(rest.next(), rest);
        }
        return line;
    }

    private CommandLine with(String argument, Iterator<String> rest) {
        return switch (argument) {
            case "--config" -> new CommandLine(Optional.of(file(rest)), insecure, help, version);
            case "--insecure" -> new CommandLine(config, true, help, version);
            case "--help" -> new CommandLine(config, insecure, true, version);
            case "--version" -> new CommandLine(config, insecure, help, true);
            default -> throw refused(argument + ": there is no such option, see --help");
        };
    }

    private static Path file(Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw refused("--config: name a file");
        }
        return Path.of(rest.next());
    }

    private static BadSettingsException refused(String problem) {
        return new BadSettingsException(List.of(problem));
    }
}
