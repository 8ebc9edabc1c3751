package dev.ephemint.server.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Function;

/** Guesses what a mistyped name was meant to be. */
final class Nearest {

    private Nearest() {}

    /** {@code , did you mean ...?} where some property is near, or nothing. */
    static String hint(String name, Function<Property, String> spelling) {
        return Arrays.stream(Property.values())
                .map(spelling)
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= Math.max(3, name.length() / 3))
                .map(candidate -> ", did you mean " + candidate + "?")
                .orElse("");
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
