package dev.ephemint.conformance.tape;

/** Who said it, seen from the client. */
public enum Direction {
    SENT,
    RECEIVED
}
