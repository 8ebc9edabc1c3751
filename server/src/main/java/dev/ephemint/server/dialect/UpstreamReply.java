package dev.ephemint.server.dialect;

import dev.ephemint.server.mint.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A vendor's whole answer.
 *
 * @param status HTTP status
 * @param headers lower-case name to value
 * @param body text, empty where there was none; may hold the token
 */
public record UpstreamReply(int status, Map<String, String> headers, String body) {

    public UpstreamReply {
        Map<String, String> lowerCase = new TreeMap<>();
        headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(Locale.ROOT), value));
        headers = Collections.unmodifiableMap(lowerCase);
    }

    public UpstreamReply(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The same without a secret, wherever in it that stands. */
    public UpstreamReply without(Secret secret) {
        Map<String, String> clean = new TreeMap<>(headers);
        clean.replaceAll((name, value) -> secret.hideIn(value));
        return new UpstreamReply(status, clean, secret.hideIn(body));
    }

    /** Neither body nor values: both may hold what must not be printed. */
    @Override
    public String toString() {
        return "UpstreamReply[status=" + status + ", headers=" + headers.keySet() + "]";
    }
}
