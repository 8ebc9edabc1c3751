package dev.ephemint.client;

import java.util.regex.Pattern;

/** Takes out of a text what looks like a key, and bounds its length. */
final class Scrubber {

    private static final int LONGEST = 1000;

    /** Vendors repeat parts of a key when they refuse it, with asterisks in between. */
    private static final Pattern KEY_LIKE = Pattern.compile(
            "(?i)\\b(?:sk|ek|key|pk)[-_][\\w*.-]{4,}|\\b(?:bearer|basic)\\s+\\S+|\\b[0-9a-f]{32,}\\b|\\beyJ[\\w.-]+");

    private Scrubber() {}

    static String scrub(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return KEY_LIKE.matcher(bounded).replaceAll("***");
    }
}
