package dev.ephemint.conformance.drift;

/**
 * One difference between an old recording and a new one.
 *
 * @param tape the old tape's name, or the new one's if there is no old one
 * @param at JSON pointer into the tape
 * @param reason why the difference is of this tier
 */
public record DriftFinding(
        String tape, DriftTier tier, DriftKind kind, String at, String before, String after, String reason) {}
