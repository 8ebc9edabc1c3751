package dev.ephemint.conformance.diff.consequence;

import java.util.Locale;

/** What a change does to one consumer. */
public enum Verdict {
    PASSES,
    BREAKS,
    UNKNOWN;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
