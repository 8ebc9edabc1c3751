package dev.ephemint.server.upstream;

import dev.ephemint.contract.Redactor;
import dev.ephemint.server.dialect.UpstreamCall;
import java.util.List;
import java.util.stream.Stream;

/** Knows the key that signed a call: vendors repeat it in messages, and may in any member or header. */
final class KeyRedactor {

    private static final List<String> HEADERS = List.of("authorization", "api-key");
    private static final String SCHEME = "Bearer ";

    private volatile Known last = new Known(List.of());

    /** Hides the key of this call. Keeps the last one, because all calls of an identity have the same for a long time. */
    Redactor of(UpstreamCall signed) {
        List<String> keys = HEADERS.stream()
                .flatMap(name -> Stream.ofNullable(signed.headers().get(name)))
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
