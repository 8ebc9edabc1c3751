package dev.ephemint.conformance.check;

/** Where the kit must stand for a check. */
public enum Position {
    /** In front of the gateway only: requests and responses. */
    FRONT,
    /** On both sides: the kit plays the vendor, too. */
    BOTH_SIDES
}
