package dev.ephemint.server.mint;

import dev.ephemint.contract.redaction.Redactor;
import java.util.List;

/** A value that must never be printed: {@code toString} hides it, {@link #reveal()} is the word to search for. */
public record Secret(String reveal) {

    public Secret {
        if (reveal.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
    }

    public int length() {
        return reveal.length();
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
