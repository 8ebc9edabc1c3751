package dev.ephemint.conformance.coverage;

import java.util.Locale;

/** How well a part of the contract is tested. */
public enum State {
    /** Used, and broken if it can be broken. */
    TESTED,
    /** Only values that the contract accepts were tried. */
    VALID_ONLY,
    UNTOUCHED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
