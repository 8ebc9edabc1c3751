package dev.ephemint.server.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the program can do. */
enum Command {
    SERVE("runs the service (default)"),
    MINT("mints once and prints the answer, token included"),
    EXPLAIN("prints what a mint would send, and what changed the request on its way; sends nothing"),
    DOCTOR("mints, connects, speaks and listens, and reports what is wrong and how to fix it");

    private static final Set<Option> COMMON = EnumSet.of(Option.CONFIG, Option.INSECURE, Option.HELP, Option.VERSION);

    private final String description;

    Command(String description) {
        this.description = description;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    /** Those that not every command has. */
    Set<Option> ownOptions() {
        return switch (this) {
            case SERVE -> EnumSet.noneOf(Option.class);
            case MINT -> EnumSet.of(Option.REQUEST, Option.FLAT);
            case EXPLAIN -> EnumSet.of(Option.REQUEST, Option.FLAT, Option.DIALECT, Option.JSON);
            case DOCTOR -> EnumSet.of(Option.JSON);
        };
    }

    boolean takes(Option option) {
        return COMMON.contains(option) || ownOptions().contains(option);
    }

    static Optional<Command> ofWord(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(word))
                .findFirst();
    }
}
