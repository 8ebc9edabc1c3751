package dev.ephemint.server.cli;

import dev.ephemint.server.settings.reader.Nearest;
import dev.ephemint.server.settings.reader.Property;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with an argument, and never its value: that may be a key. */
final class Arguments {

    /** A name as options, settings, commands and files have it; any other text may be a key. */
    private static final Pattern NAME =
            Pattern.compile("--?[a-z]{1,20}(?:[.-][a-z]{1,20}){0,3}|[a-z]{1,12}(?:\\.[a-z]{1,12})?");

    private Arguments() {}

    /** The problem, and what may have been meant. */
    static String problem(ParameterException failed) {
        CommandLine command = failed.getCommandLine();
        if (failed instanceof UsageException) {
            return String.valueOf(failed.getMessage());
        }
        if (failed instanceof UnmatchedArgumentException unmatched) {
            return unmatched(command, unmatched.getUnmatched().get(0));
        }
        if (failed instanceof MissingParameterException missing) {
            ArgSpec argument = missing.getMissing().get(0);
            return name(argument) + " requires a " + argument.paramLabel();
        }
        return Optional.ofNullable(failed.getArgSpec())
                .map(argument -> name(argument) + ": invalid value")
                .orElseGet(() -> command.getSubcommands().isEmpty()
                        ? "invalid arguments"
                        : "requires a command: "
                                + String.join(", ", command.getSubcommands().keySet()));
    }

    static String unknownCommand(CommandLine program, String command) {
        return "unknown command " + shown(command)
                + hint(command, program.getSubcommands().keySet());
    }

    private static String unmatched(CommandLine command, String argument) {
        if (argument.startsWith("-")) {
            return unknownOption(command, withoutValue(argument));
        }
        return !command.getSubcommands().isEmpty()
                ? unknownCommand(command, argument)
                : "unexpected argument " + shown(argument);
    }

    private static String unknownOption(CommandLine command, String option) {
        String problem = "unknown option " + shown(option);
        String near = hint(option, command.getCommandSpec().optionsMap().keySet());
        return near.isEmpty() ? problem + setting(option.replaceFirst("^--", "")) : problem + near;
    }

    /** Where a setting belongs that was given as an option, even if it is misspelt. */
    private static String setting(String key) {
        return Property.ofKey(key)
                .or(() -> near(key))
                .map(property -> "; set " + property.environmentName()
                        + " in the environment, because other users can see command lines")
                .orElse("");
    }

    private static Optional<Property> near(String key) {
        List<String> keys = Arrays.stream(Property.values()).map(Property::key).toList();
        return key.contains(".") ? Nearest.of(key, keys).flatMap(Property::ofKey) : Optional.empty();
    }

    private static String hint(String name, Collection<String> candidates) {
        return Nearest.of(name, candidates)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String shown(String argument) {
        String name = withoutValue(argument);
        return NAME.matcher(name).matches() ? "'" + name + "'" : "(not shown: it may be a key)";
    }

    private static String withoutValue(String argument) {
        return argument.replaceFirst("(?s)=.*", "");
    }
}
