package dev.ephemint.conformance.canary;

/** The constraint that a canary violates. */
public enum Constraint {
    TYPE,
    INTEGER,
    NOT_NULL,
    UNION,
    REQUIRED,
    CLOSED,
    CONST,
    ENUM,
    MINIMUM,
    MAXIMUM,
    MIN_LENGTH,
    MAX_LENGTH,
    PATTERN,
    MIN_ITEMS,
    MAX_ITEMS
}
