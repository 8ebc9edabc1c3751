package dev.ephemint.server.mint;

import dev.ephemint.contract.redaction.Redactor;
import java.util.List;

/** A value that must never be printed: {@code toString} hides it, {@link #reveal()} is the word to search for. */
public record Secret(String reveal) {

    private static final int PART = 8;

    public Secret {
        if (reveal.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
    }

    public int length() {
        return reveal.length();
    }

    /** Whether a text has a part of the secret, eight characters or more, in any case. */
    public boolean isPartlyIn(String text) {
        if (text.length() < PART) {
            return false;
        }
        for (int i = 0; i <= reveal.length() - PART; i++) {
            for (int j = 0; j <= text.length() - PART; j++) {
                if (text.regionMatches(true, j, reveal, i, PART)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Hides this value, and every part of it that is long enough to be one. */
    public Redactor redactor() {
        return Redactor.of(List.of(reveal));
    }

    /** A redactor that hides this value as well. */
    public Redactor addTo(Redactor redactor) {
        return redactor.with(reveal);
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
