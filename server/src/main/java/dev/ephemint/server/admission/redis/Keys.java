package dev.ephemint.server.admission.redis;

import dev.ephemint.server.admission.Claim;
import dev.ephemint.server.admission.Limit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of one caller. They share a hash tag, so that a cluster holds them on one node; the version in them is the
 * scripts', so that two versions never share a key.
 *
 * @param prefix {@code ephemint:1:{caller}:}
 */
record Keys(String prefix) {

    private static final String VERSION = "1";

    /** The caller's name is encoded: a brace in it would move the hash tag. */
    static Keys of(String caller) {
        return new Keys("ephemint:" + VERSION + ":{" + URLEncoder.encode(caller, StandardCharsets.UTF_8) + "}:");
    }

    static Keys of(Claim claim) {
        return of(claim.caller());
    }

    /** The times of the caller's calls, their upstreams, and the audit stream. */
    List<String> ofCalls() {
        return List.of(prefix + "calls", prefix + "call-upstreams", prefix + "audit");
    }

    /** The idempotency entry, the audit stream, and one key for each limit. */
    List<String> with(Claim claim, List<Limit> limits) {
        List<String> keys = new ArrayList<>();
        keys.add(prefix + "once:" + claim.once().map(Claim.Once::key).orElse(""));
        keys.add(prefix + "audit");
        limits.forEach(limit -> keys.add(prefix + limit.key()));
        return keys;
    }
}
