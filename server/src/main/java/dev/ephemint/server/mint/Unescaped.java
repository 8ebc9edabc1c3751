package dev.ephemint.server.mint;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as it reads where JSON and URLs do not escape its characters, with where each of them stands. Backslashes are
 * left out, however many: an escape may itself be escaped.
 */
final class Unescaped {

    private static final Pattern ESCAPE = Pattern.compile("\\\\++(?:u00(\\p{XDigit}{2}))?|%(\\p{XDigit}{2})");
    private static final int HEX = 16;

    private final String text;
    private final StringBuilder plain = new StringBuilder();

    /** Where each character of the plain text begins in the text, and at last where the text ends. */
    private int[] starts;

    private Unescaped(String text) {
        this.text = text;
        this.starts = new int[text.length() + 1];
    }

    static Unescaped of(String text) {
        Unescaped read = new Unescaped(text);
        read.read();
        return read;
    }

    private void read() {
        Matcher escape = ESCAPE.matcher(text);
        int from = 0;
        int begun = 0;
        while (escape.find()) {
            begun = plainly(begun, from, escape.start());
            String hex = escape.group(1) == null ? escape.group(2) : escape.group(1);
            if (hex != null) {
                plain.append((char) Integer.parseInt(hex, HEX));
                begun = next(begun, escape.end());
            }
            from = escape.end();
        }
        plainly(begun, from, text.length());
        starts = Arrays.copyOf(starts, plain.length() + 1);
        starts[plain.length()] = text.length();
    }

    /** What stands for itself; the first of it begins with the backslashes before it. */
    private int plainly(int begun, int from, int to) {
        int start = begun;
        for (int i = from; i < to; i++) {
            plain.append(text.charAt(i));
            start = next(start, i + 1);
        }
        return start;
    }

    private int next(int start, int end) {
        starts[plain.length() - 1] = start;
        return end;
    }

    /** The text with something else wherever it reads like the value. */
    String replaced(String value, String other) {
        String wanted = of(value).plain.toString();
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        int at = wanted.isEmpty() ? -1 : plain.indexOf(wanted);
        while (at >= 0) {
            replaced.append(text, from, starts[at]).append(other);
            from = starts[at + wanted.length()];
            at = plain.indexOf(wanted, at + wanted.length());
        }
        return replaced.append(text, from, text.length()).toString();
    }
}
