package dev.ephemint.conformance.cli;

/** A file or a value on the command line that cannot be used; its message is for the user. */
final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
