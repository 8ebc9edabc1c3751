package dev.ephemint.server.mint;

/** A value that must never be printed: {@code toString} hides it, {@link #reveal()} is the word to search for. */
public record Secret(String reveal) {

    public Secret {
        if (reveal.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
    }

    /** The text without this value, however it came in. */
    public String hideIn(String text) {
        return text.replace(reveal, "[redacted]");
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
