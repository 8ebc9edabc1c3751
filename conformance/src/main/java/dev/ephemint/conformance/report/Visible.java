package dev.ephemint.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.contract.redaction.Printable;

/** Text from a target, with each character that controls a terminal, log or page written as an escape. */
final class Visible {
    private Visible() {}

    /** Keeps line breaks and tabs. */
    static String text(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                visible.append(c).append(text.charAt(++i));
            } else if (isShown(c)) {
                visible.append(c);
            } else {
                visible.append(String.format("\\u%04x", (int) c));
            }
        }
        return visible.toString();
    }

    /** The escapes are those of JSON, so the document keeps its meaning. */
    static String json(JsonNode tree) {
        return text(ExactJson.writeIndented(tree));
    }

    /** On one line, and at most this long. */
    static String line(String text, int max) {
        String line = text(text).replace("\n", "\\n").replace("\t", " ");
        return cut(line, max);
    }

    /** At most this many characters, and says how many are left out. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end) + "... (" + (text.length() - end) + " more characters)";
    }

    private static boolean isShown(char c) {
        return c == '\n' || c == '\t' || (!Printable.isControlling(c) && !Character.isSurrogate(c) && c < '\ufffe');
    }
}
