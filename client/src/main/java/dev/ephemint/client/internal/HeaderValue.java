package dev.ephemint.client.internal;

/** Text fit for a header. The JDK refuses other text too, but repeats it in its exception, keys included. */
public final class HeaderValue {

    private HeaderValue() {}

    public static String of(String text, String name) {
        String stripped = text.strip();
        if (stripped.isEmpty() || !stripped.chars().allMatch(character -> character >= 0x20 && character < 0x7f)) {
            throw new IllegalArgumentException(name + " is empty or holds characters that a header cannot carry");
        }
        return stripped;
    }
}
