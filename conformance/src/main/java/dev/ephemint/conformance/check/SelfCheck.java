package dev.ephemint.conformance.check;

import java.util.function.BooleanSupplier;

/**
 * A fault that the kit plants in a gateway of its own and must find; otherwise a run shows nothing.
 *
 * @param notices runs the check against the fault; true if it fails, as it must
 */
public record SelfCheck(String name, BooleanSupplier notices) {}
