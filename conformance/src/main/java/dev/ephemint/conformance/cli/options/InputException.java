package dev.ephemint.conformance.cli.options;

/** A file or a value on the command line that cannot be used; its message is for the user. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }
}
