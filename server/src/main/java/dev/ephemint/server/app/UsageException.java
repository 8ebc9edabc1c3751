package dev.ephemint.server.app;

import java.util.Optional;

/** Arguments that the program cannot use. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Command> command;

    private UsageException(Optional<Command> command, String problem) {
        super(problem);
        this.command = command;
    }

    static UsageException of(Command command, String problem) {
        return new UsageException(Optional.of(command), problem);
    }

    static UsageException ofNoCommand(String problem) {
        return new UsageException(Optional.empty(), problem);
    }

    /** The problem, and the usage of that command alone. */
    String text() {
        return getMessage() + "\n\n" + command.map(Help::of).orElseGet(Help::commands);
    }
}
