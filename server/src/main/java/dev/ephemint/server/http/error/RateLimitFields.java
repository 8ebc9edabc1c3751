package dev.ephemint.server.http.error;

import dev.ephemint.server.mint.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * Limits and what is left of them, as draft-ietf-httpapi-ratelimit-headers-11 (2026-05-23) writes them. Its nearest unit for
 * tokens that are open at once is {@code concurrent-requests}.
 */
public final class RateLimitFields {

    private RateLimitFields() {}

    /** No header without a limit. */
    public static Map<String, String> of(List<Quota> quotas) {
        return quotas.isEmpty()
                ? Map.of()
                : Map.of(
                        Headers.RATE_LIMIT_POLICY, list(quotas, RateLimitFields::policy),
                        Headers.RATE_LIMIT, list(quotas, RateLimitFields::left));
    }

    private static String list(List<Quota> quotas, Function<Quota, String> item) {
        StringJoiner list = new StringJoiner(", ");
        quotas.forEach(quota -> list.add(item.apply(quota)));
        return list.toString();
    }

    private static String policy(Quota quota) {
        return name(quota) + ";q=" + quota.max()
                + quota.window().map(window -> ";w=" + window.toSeconds()).orElse(";qu=\"concurrent-requests\"");
    }

    private static String left(Quota quota) {
        return name(quota) + ";r=" + quota.remaining() + ";t=" + seconds(quota.reset());
    }

    private static String name(Quota quota) {
        return "\"" + quota.name() + "\"";
    }

    /** Rounded up. */
    private static long seconds(Duration duration) {
        return (duration.toMillis() + 999) / 1000;
    }
}
