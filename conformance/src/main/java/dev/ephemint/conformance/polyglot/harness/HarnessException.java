package dev.ephemint.conformance.polyglot.harness;

/** A client does not compile, or its harness ends, is silent or breaks the protocol. */
public final class HarnessException extends Exception {
    private static final long serialVersionUID = 1;

    public HarnessException(String message) {
        super(message);
    }
}
