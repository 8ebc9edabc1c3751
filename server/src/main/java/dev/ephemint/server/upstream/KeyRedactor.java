package dev.ephemint.server.upstream;

import dev.ephemint.contract.redaction.Redactor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hides the key of a call in its response: vendors repeat it in messages, and may in any member or header. */
public final class KeyRedactor {

    private static final List<String> HEADERS = List.of("authorization", "api-key");
    private static final String SCHEME = "Bearer ";

    private volatile Known last = new Known(List.of());

    /** Hides the keys in these request headers. Keeps the last one, because all calls of an identity have the same for a long time. */
    public Redactor of(Map<String, String> headers) {
        List<String> keys = HEADERS.stream()
                .flatMap(name -> Stream.ofNullable(headers.get(name)))
                .map(value -> value.startsWith(SCHEME) ? value.substring(SCHEME.length()) : value)
                .toList();
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
