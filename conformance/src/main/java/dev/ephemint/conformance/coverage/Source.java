package dev.ephemint.conformance.coverage;

import java.util.Locale;

/** What touches a part of the contract. */
public enum Source {
    SCENARIO,
    TAPE,
    CANARY,
    CELL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
