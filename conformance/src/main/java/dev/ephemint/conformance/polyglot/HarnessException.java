package dev.ephemint.conformance.polyglot;

/** A client does not compile, or its harness ends, is silent or breaks the protocol. */
public final class HarnessException extends Exception {
    private static final long serialVersionUID = 1;

    HarnessException(String message) {
        super(message);
    }
}
