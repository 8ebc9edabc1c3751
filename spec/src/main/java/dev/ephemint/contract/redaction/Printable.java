package dev.ephemint.contract.redaction;

/** Text without characters that control a terminal, log or page. */
public final class Printable {

    private Printable() {}

    /** One line: controls of lines, of direction and others become one space together with the spaces around them. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControlling(c)) {
                line.setLength(withoutSpaces(line));
                gap = true;
            } else if (!gap || c != ' ') {
                line.append(gap ? " " : "").append(c);
                gap = false;
            }
        }
        return line.toString().strip();
    }

    private static int withoutSpaces(StringBuilder line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    /** At most this many characters, without splitting a surrogate pair. */
    static String cut(String text, int max) {
        int end = Math.min(max, text.length());
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** Whether a character controls how others are shown: C0, DEL, C1, line separators, and bidirectional controls. */
    public static boolean isControlling(char c) {
        return Character.isISOControl(c)
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u061c'
                || c == '\u200e'
                || c == '\u200f'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
