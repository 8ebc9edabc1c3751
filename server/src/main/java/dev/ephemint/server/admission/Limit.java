package dev.ephemint.server.admission;

import dev.ephemint.server.mint.Quota;
import java.time.Duration;
import java.util.Optional;

/**
 * One limit as it applies to one request.
 *
 * @param name for people and headers, such as {@code caller-60s}
 * @param key names its count within the caller's own keys
 * @param max zero lets nothing pass
 * @param window how long a request counts; empty for tokens, which count until they expire
 */
public record Limit(String name, String key, long max, Optional<Duration> window) {

    /** A slot of the window in milliseconds, rounded up: a request counts for the whole window, and one slot at most longer. */
    public long slotMillis() {
        long millis = window.orElseThrow().toMillis();
        return (millis + Window.SLOTS - 1) / Window.SLOTS;
    }

    /** One replica's part, rounded down: all parts together are never more than the limit. */
    Limit dividedBy(int replicas) {
        return new Limit(name, key, max / replicas, window);
    }

    public Quota quota(long remaining, Duration reset) {
        return new Quota(name, max, remaining, window, reset);
    }
}
