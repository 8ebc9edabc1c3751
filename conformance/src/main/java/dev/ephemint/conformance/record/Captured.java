package dev.ephemint.conformance.record;

import dev.ephemint.conformance.http.Message;
import java.util.List;

/**
 * One exchange as it was on the wire: it holds credentials, and only {@link TapeComposer} reads it.
 *
 * @param hidden the caller's credentials in it
 */
public record Captured(Message request, Message response, List<String> hidden) {
    public Captured {
        hidden = List.copyOf(hidden);
    }

    /** Without headers, bodies and query: they hold credentials. */
    @Override
    public String toString() {
        return "Captured[" + request.method() + ", " + response.start() + "]";
    }
}
