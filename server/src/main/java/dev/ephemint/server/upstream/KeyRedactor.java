package dev.ephemint.server.upstream;

import dev.ephemint.contract.redaction.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hides the key of a call in its response: vendors repeat it in messages, and may in any member or header. */
public final class KeyRedactor {

    private static final List<String> HEADERS = List.of("authorization", "api-key");
    private static final String SCHEME = "Bearer ";

    private volatile Known last = new Known(List.of());

    /** Hides the keys in these request headers. Keeps the last one, because all calls of an identity have the same for a long time. */
    public Redactor of(Map<String, String> headers) {
        List<String> keys = new ArrayList<>();
        for (String name : HEADERS) {
            String value = headers.get(name);
            if (value != null) {
                keys.add(value.startsWith(SCHEME) ? value.substring(SCHEME.length()) : value);
            }
        }
        Known known = last;
        if (!known.keys.equals(keys)) {
            known = new Known(keys);
            last = known;
        }
        return known.redactor;
    }

    private static final class Known {

        private final List<String> keys;
        private final Redactor redactor;

        Known(List<String> keys) {
            this.keys = keys;
            this.redactor = Redactor.of(keys);
        }
    }
}
