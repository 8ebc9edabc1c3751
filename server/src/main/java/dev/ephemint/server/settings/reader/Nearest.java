package dev.ephemint.server.settings.reader;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** Guesses what a mistyped name was meant to be. */
public final class Nearest {

    private Nearest() {}

    /** {@code , did you mean ...?} if some property is near, or nothing. */
    static String hint(String name, Function<Property, String> spelling) {
        return of(name, Arrays.stream(Property.values()).map(spelling).toList())
                .map(candidate -> ", did you mean " + candidate + "?")
                .orElse("");
    }

    /** The candidate with the fewest edits, if that is at most a third of the name, or two in a short one. */
    public static Optional<String> of(String name, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= Math.max(2, name.length() / 3));
    }

    /** Levenshtein's distance, row by row. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
