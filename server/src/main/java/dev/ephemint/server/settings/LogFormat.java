package dev.ephemint.server.settings;

import java.util.Locale;

/** How log lines look. */
public enum LogFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
