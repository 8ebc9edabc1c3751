package dev.ephemint.conformance.drift;

/** An old tape that nothing was compared with, and why. */
public record NotCompared(String tape, String reason) {}
