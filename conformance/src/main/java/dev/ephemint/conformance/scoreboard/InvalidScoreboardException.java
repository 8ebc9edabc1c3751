package dev.ephemint.conformance.scoreboard;

/** A report or a description of gateways that a scoreboard cannot be made of; its message says which and why. */
public final class InvalidScoreboardException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidScoreboardException(String message) {
        super(message);
    }
}
