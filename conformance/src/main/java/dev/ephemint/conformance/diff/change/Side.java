package dev.ephemint.conformance.diff.change;

import java.util.Locale;

/** Who writes the value that a change is about. */
public enum Side {
    /** Callers write it: requests and client events. */
    REQUEST,
    /** Callers read it: responses and server events. */
    RESPONSE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
