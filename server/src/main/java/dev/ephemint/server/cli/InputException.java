package dev.ephemint.server.cli;

/** A request file that cannot be used: the command line is right, so its usage is not shown. */
final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InputException(String problem) {
        super(problem);
    }
}
