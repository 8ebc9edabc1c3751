package dev.ephemint.conformance.report;

/** Bounds a report: no text is longer than a limit, nor are all of them together. */
final class Allowance {
    private static final int LONGEST = 16_000;
    private static final int LONGEST_LINE = 2_000;
    private static final int ALL = 8_000_000;

    private int left = ALL;

    String text(String text) {
        return take(text, LONGEST);
    }

    String line(String text) {
        return take(text, LONGEST_LINE);
    }

    private String take(String text, int longest) {
        String kept = Visible.cut(text, Math.max(1, Math.min(longest, left)));
        left -= Math.min(left, kept.length());
        return kept;
    }
}
