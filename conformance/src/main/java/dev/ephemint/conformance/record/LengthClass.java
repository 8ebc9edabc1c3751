package dev.ephemint.conformance.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a replaced value was: its exact length may say which key it is. */
public enum LengthClass {
    SHORT,
    MEDIUM,
    LONG;

    private static final int MEDIUM_FROM = 16;
    private static final int LONG_FROM = 64;
    private static final Pattern NAMED = Pattern.compile("(?<=[-_])(?:short|medium|long)(?=[-_][a-z]+$)");

    static LengthClass of(String original) {
        return original.length() < MEDIUM_FROM ? SHORT : original.length() < LONG_FROM ? MEDIUM : LONG;
    }

    /** The class that a placeholder names, or that of a value which is not replaced; empty for a placeholder without one. */
    public static Optional<LengthClass> shownBy(String value) {
        if (!Placeholders.isPlaceholder(value)) {
            return Optional.of(of(value));
        }
        return Arrays.stream(values())
                .filter(length -> NAMED.matcher(value).results().anyMatch(found -> found.group()
                        .equals(length.word())))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
