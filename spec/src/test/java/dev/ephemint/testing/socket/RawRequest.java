package dev.ephemint.testing.socket;

import java.util.Locale;
import java.util.Map;

/**
 * A received HTTP request.
 *
 * @param line the first line, such as {@code GET / HTTP/1.1}
 * @param headers by their names in lower case
 * @param connection the number of the connection, from 1
 */
public record RawRequest(String line, Map<String, String> headers, String body, int connection) {

    public String method() {
        return line.split(" ", 2)[0];
    }

    /** The path with its query. */
    public String target() {
        String[] parts = line.split(" ", 3);
        return parts.length > 1 ? parts[1] : "";
    }

    /** A header by its name in any case; empty if there is none. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}
