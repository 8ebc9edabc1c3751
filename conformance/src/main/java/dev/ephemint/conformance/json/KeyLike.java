package dev.ephemint.conformance.json;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what looks like a credential in a text that may be published. */
public final class KeyLike {
    private static final Pattern PATTERN = Pattern.compile(
            String.join(
                    "|",
                    "\\bsk-[\\w*-]{4,}",
                    "\\bek_(?!tape_)\\w+",
                    "\\beyJ[\\w-]{8,}",
                    "\\bbearer\\s+[\\w.~+/-]{8,}",
                    "\\b[0-9a-f]{32}\\b",
                    "\\b[0-9a-z]{84}\\b"),
            Pattern.CASE_INSENSITIVE);

    private KeyLike() {}

    /** The first credential-like piece of the text; tokens that begin with {@code ek_tape_} are fakes by agreement. */
    public static Optional<String> in(String text) {
        return PATTERN.matcher(text).results().map(MatchResult::group).findFirst();
    }
}
