package dev.ephemint.server.app;

import dev.ephemint.server.settings.BadSettingsException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param options what was told, each with what followed it; empty where nothing does
 */
record CommandLine(Command command, Map<Option, String> options) {

    CommandLine {
        options = Collections.unmodifiableMap(new EnumMap<>(options));
    }

    /** @throws BadSettingsException naming the argument that makes no sense */
    static CommandLine of(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Command command = command(rest);
        Map<Option, String> options = new EnumMap<>(Option.class);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            Option option = Option.ofFlag(argument)
                    .filter(command::takes)
                    .orElseThrow(() -> refused(argument + ": " + command.word() + " has no such option, see --help"));
            options.put(option, option.value().isEmpty() ? "" : value(option, rest));
        }
        return new CommandLine(command, options);
    }

    boolean has(Option option) {
        return options.containsKey(option);
    }

    Optional<String> value(Option option) {
        return Optional.ofNullable(options.get(option));
    }

    Optional<Path> config() {
        return value(Option.CONFIG).map(Path::of);
    }

    private static Command command(Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("-")) {
            return Command.SERVE;
        }
        String word = rest.pop();
        return Command.ofWord(word).orElseThrow(() -> refused(word + ": there is no such command, see --help"));
    }

    private static String value(Option option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw refused(option.flag() + ": name a " + option.value().toLowerCase(Locale.ROOT));
        }
        return rest.pop();
    }

    private static BadSettingsException refused(String problem) {
        return new BadSettingsException(List.of(problem));
    }
}
