package dev.ephemint.server.dialect;

import java.net.URI;
import java.util.List;

/**
 * The address of a vendor, parsed from any form in which it was pasted.
 *
 * @param base absolute, {@code http} or {@code https}, without a trailing slash, query or fragment
 * @param notes what was rewritten or is unsafe, for the log; no secret
 */
public record Endpoint(URI base, List<String> notes) {

    public Endpoint {
        notes = List.copyOf(notes);
    }

    public URI resolve(String path) {
        return URI.create(base + path);
    }

    /** The same address for a socket: {@code wss}, or {@code ws} where the base is plain {@code http}. */
    public URI socket(String path) {
        return URI.create("ws" + (base + path).substring("http".length()));
    }
}
