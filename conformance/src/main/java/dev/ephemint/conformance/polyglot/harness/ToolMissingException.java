package dev.ephemint.conformance.polyglot.harness;

/** A tool that a client needs is not installed; the message names it. */
public final class ToolMissingException extends Exception {
    private static final long serialVersionUID = 1;

    ToolMissingException(String message) {
        super(message);
    }
}
