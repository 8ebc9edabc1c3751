package dev.ephemint.conformance.matrix;

import java.util.Locale;

/** Which body of an exchange a cell varies: the caller's request, or the vendor's response. */
public enum Leg {
    REQUEST,
    RESPONSE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
