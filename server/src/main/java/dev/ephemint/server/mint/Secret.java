package dev.ephemint.server.mint;

/** A value that must never be printed: {@code toString} hides it, {@link #reveal()} is the word to search for. */
public record Secret(String reveal) {

    public Secret {
        if (reveal.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
    }

    /** The text without this value, also where its characters are escaped as JSON and URLs do: who reads them sees it. */
    public String hideIn(String text) {
        return Unescaped.of(text).replaced(reveal, "[redacted]");
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
