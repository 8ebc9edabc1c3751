package dev.ephemint.conformance.drift;

/**
 * One difference before it is judged.
 *
 * @param at JSON pointer into the tape
 * @param before as text, {@code (absent)} if there was nothing
 */
record Change(DriftKind kind, String at, String before, String after) {
    static final String ABSENT = "(absent)";
}
