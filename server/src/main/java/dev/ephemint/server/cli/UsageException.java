package dev.ephemint.server.cli;

/** Arguments, or what they name, that the program cannot use. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String usage;

    private UsageException(String problem, String usage) {
        super(problem);
        this.usage = usage;
    }

    static UsageException of(Command command, String problem) {
        return new UsageException(problem, "\n" + Help.of(command));
    }

    static UsageException ofNoCommand(String problem) {
        return new UsageException(problem, "\n" + Help.commands());
    }

    /** The options are right, and the usage would help no one. */
    static UsageException ofInput(String problem) {
        return new UsageException(problem, "");
    }

    /** The problem, and the usage of that command alone. */
    String text() {
        return getMessage() + "\n" + usage;
    }
}
