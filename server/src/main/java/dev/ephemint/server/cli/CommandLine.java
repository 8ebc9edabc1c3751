package dev.ephemint.server.cli;

import dev.ephemint.server.settings.Property;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was asked for on the command line.
 *
 * @param named whether the command was named; the program serves otherwise
 * @param options what was told, each with what followed it; empty where nothing does
 */
record CommandLine(Command command, boolean named, Map<Option, String> options) {

    private static final Pattern WORD =
            Pattern.compile("--?[a-z]{1,20}(?:[.-][a-z]{1,20}){0,3}|[a-z]{1,12}(?:\\.[a-z]{1,12})?");

    CommandLine {
        options = Collections.unmodifiableMap(new EnumMap<>(options));
    }

    /** @throws UsageException naming the argument that makes no sense */
    static CommandLine of(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        boolean named = !rest.isEmpty() && !rest.peek().startsWith("-");
        Command command = named ? command(rest.pop()) : Command.SERVE;
        Map<Option, String> options = new EnumMap<>(Option.class);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            Option option = Option.ofFlag(argument)
                    .filter(command::takes)
                    .orElseThrow(() -> UsageException.of(command, unknown(argument)));
            options.put(option, option.value().isEmpty() ? "" : value(command, option, rest));
        }
        return new CommandLine(command, named, options);
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

    private static Command command(String word) {
        return Command.ofWord(word).orElseThrow(() -> UsageException.ofNoCommand("unknown command " + name(word)));
    }

    private static String unknown(String argument) {
        String option = "unknown option " + name(argument);
        return Property.ofKey(argument.replaceFirst("(?s)=.*", "").replaceFirst("^--", ""))
                .map(property -> option + ": set " + property.environmentName()
                        + " in the environment, because other users can see command lines")
                .orElse(option);
    }

    /** An argument without its value: that may be a key, and so may be anything that is no plain word. */
    private static String name(String argument) {
        String name = argument.replaceFirst("(?s)=.*", "");
        return WORD.matcher(name).matches() ? "'" + name + "'" : "(not shown: it may be a key)";
    }

    private static String value(Command command, Option option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw UsageException.of(command, option.flag() + " requires a " + option.value());
        }
        return rest.pop();
    }
}
