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

    /**
     * Whose models are behind it, as model rules name vendors. The beta is none of OpenAI's since 2026-05-12: other servers
     * speak it, and no fact about OpenAI's models is one about theirs.
     */
    public String vendor() {
        return switch (this) {
            case OPENAI -> "openai";
            case OPENAI_BETA -> "compatible";
            case AZURE, AZURE_PREVIEW -> "azure";
        };
    }

    /**
     * The model of a flat request that names none: one of which the vendor itself ends the turns, because clients of the flat
     * shape never commit. OpenAI detects no turns of {@code gpt-live-transcribe} (reported 2026-08 and 2026-09), Azure does
     * (2026-10-06), and Azure has shut the first version of {@code gpt-4o-transcribe} down (2026-10-15).
     */
    String defaultModel() {
        return isAzure() ? "gpt-live-transcribe" : "gpt-4o-transcribe";
    }

    /** As it is written in settings, answers and logs. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
