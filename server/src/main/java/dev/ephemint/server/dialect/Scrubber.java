package dev.ephemint.server.dialect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes anything key-like out of a vendor's text. OpenAI echoes parts of a key in its 401 message (recorded
 * 2026-09-18), so no vendor text goes on without this.
 */
public final class Scrubber {

    private static final int LONGEST = 1_000;

    private static final List<Pattern> KEY_LIKE = List.of(
            // Not the "or" of "Missing bearer or basic authentication", OpenAI's words for a key that is not there.
            Pattern.compile("(?i)bearer\\s+[^\\s'\",;]{3,}"),
            Pattern.compile("eyJ[\\w-]+(?:\\.[\\w-]*)*"),
            Pattern.compile("\\b(?:sk|ek|rk|pk|sess-key|org|proj)-[\\w*.…-]{3,}"),
            Pattern.compile("\\bek_\\w{3,}"),
            // Azure's keys: 32 hex digits, or 84 letters and digits.
            Pattern.compile("\\b(?=[A-Za-z+/=]*\\d)[A-Za-z0-9+/=]{32,}"),
            // What is left of a masked key.
            Pattern.compile("\\w*\\*{3,}[\\w.…]*"));

    private Scrubber() {}

    /** The text without keys and control characters, at most 1,000 characters of it. */
    public static String scrub(String text) {
        String clean = text;
        for (Pattern keyLike : KEY_LIKE) {
            clean = keyLike.matcher(clean).replaceAll("[redacted]");
        }
        clean = clean.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}
