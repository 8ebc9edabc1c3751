package dev.ephemint.server.doctor.probe;

import java.util.Locale;

/** The result of a step, best first. */
public enum Verdict {
    OK,
    SKIPPED,
    WARN,
    FAILED;

    /** As it is written in reports. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
