package dev.ephemint.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The usual command line of a service, without an argument or with {@code --config=FILE} alone, read without picocli: to load and
 * prepare it takes a tenth of the start, and no archive can hold its classes (record 58).
 */
record PlainStart(@Nullable Path config) {

    /** Anything else, quotes among it, is for picocli. */
    private static final Pattern CONFIG = Pattern.compile("--config=([A-Za-z0-9._/][A-Za-z0-9._/-]*)");

    static Optional<PlainStart> of(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.of(new PlainStart(null));
        }
        Matcher file = CONFIG.matcher(arguments.get(0));
        return arguments.size() == 1 && file.matches()
                ? Optional.of(new PlainStart(Path.of(file.group(1))))
                : Optional.empty();
    }

    /** As picocli does, prints the stack trace of what the operator cannot correct. */
    int run(Console console) {
        try {
            return new RootCommand(config).call();
        } catch (Exception failed) {
            return reported(failed, console);
        }
    }

    private static int reported(Exception failed, Console console) {
        try {
            return new ErrorReporter(console.err()).report(failed, "ephemint: ");
        } catch (Exception unexpected) {
            unexpected.printStackTrace(console.err());
            return Program.FAILURE;
        }
    }
}
