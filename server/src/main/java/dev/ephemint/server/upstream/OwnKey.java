package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Secret;
import java.util.List;
import java.util.stream.Stream;

/** Takes our own key out of a vendor's reply: vendors echo it in messages, and may in any member or header, escaped or not. */
final class OwnKey {

    private static final List<String> HEADERS = List.of("authorization", "api-key");

    /** What is shorter is no vendor's key, and would be found in words. */
    private static final int SHORTEST = 8;

    private OwnKey() {}

    /** The reply without the key that signed the call, whatever the key looks like. */
    static UpstreamReply redact(UpstreamReply reply, UpstreamCall signed) {
        UpstreamReply clean = reply;
        for (Secret key : keys(signed)) {
            clean = clean.without(key);
        }
        return clean;
    }

    /** The text without the key that signed the call. */
    static String redact(String text, UpstreamCall signed) {
        String clean = text;
        for (Secret key : keys(signed)) {
            clean = key.hideIn(clean);
        }
        return clean;
    }

    private static List<Secret> keys(UpstreamCall signed) {
        return HEADERS.stream()
                .flatMap(name -> Stream.ofNullable(signed.headers().get(name)))
                .map(value -> value.replaceFirst("^Bearer ", ""))
                .filter(key -> key.length() >= SHORTEST)
                .map(Secret::new)
                .toList();
    }
}
