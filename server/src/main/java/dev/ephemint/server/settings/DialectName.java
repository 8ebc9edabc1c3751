package dev.ephemint.server.settings;

import java.util.Locale;

/** The vendor dialects that can be chosen. */
public enum DialectName {
    OPENAI,
    OPENAI_BETA,
    AZURE,
    AZURE_PREVIEW;

    public boolean isAzure() {
        return this == AZURE || this == AZURE_PREVIEW;
    }

    /** As it is written in settings, answers and logs. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
