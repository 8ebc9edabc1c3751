package dev.ephemint.conformance.check;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Selects checks by id: {@code *} is any text within a segment, {@code **} is any number of segments, also none.
 *
 * @param text {@code tape/**}, for example
 */
public record CheckPattern(String text) {

    public CheckPattern {
        if (!text.matches("[^\\s/]+(?:/[^\\s/]+)*")) {
            throw new IllegalArgumentException("not a pattern, such as 'tape/openai/**': '" + text + "'");
        }
    }

    public boolean matches(String id) {
        return regex().matcher("/" + id).matches();
    }

    private Pattern regex() {
        StringBuilder regex = new StringBuilder();
        for (String segment : List.of(text.split("/"))) {
            regex.append(segment.equals("**") ? "(?:/[^/]+)*" : "/" + segment(segment));
        }
        return Pattern.compile(regex.toString());
    }

    private static String segment(String segment) {
        return Pattern.quote(segment).replace("*", "\\E[^/]*\\Q");
    }
}
