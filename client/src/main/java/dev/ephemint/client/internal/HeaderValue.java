package dev.ephemint.client.internal;

/** Checks text for a header. The JDK checks it too, but its exception quotes the text, even a key. */
public final class HeaderValue {

    private HeaderValue() {}

    public static String of(String text, String name) {
        String stripped = text.strip();
        if (stripped.isEmpty() || !stripped.chars().allMatch(character -> character >= 0x20 && character < 0x7f)) {
            throw new IllegalArgumentException(
                    name + ": must not be empty or have characters that a header cannot carry");
        }
        return stripped;
    }
}
