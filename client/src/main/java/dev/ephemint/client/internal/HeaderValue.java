package dev.ephemint.client.internal;

/** Checks text for a header. The JDK checks it too, but its exception quotes the text, even a key. */
public final class HeaderValue {

    private HeaderValue() {}

    public static String of(String text, String name) {
        String stripped = text.strip();
        if (stripped.isEmpty() || !isPrintable(stripped)) {
            throw new IllegalArgumentException(
                    name + ": must not be empty or have characters that a header cannot carry");
        }
        return stripped;
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < 0x20 || character >= 0x7f) {
                return false;
            }
        }
        return true;
    }
}
