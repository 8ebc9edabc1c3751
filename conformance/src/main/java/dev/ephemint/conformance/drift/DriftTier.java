package dev.ephemint.conformance.drift;

import java.util.Locale;

/** How much a difference matters to those who rely on the old recording, in rising order. */
public enum DriftTier {
    INFORMATION,
    WARNING,
    ERROR;

    static DriftTier of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
