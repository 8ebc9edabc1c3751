package dev.ephemint.server.admission;

import java.time.Duration;

/**
 * At most this many requests in any period of this length.
 *
 * @param requests at least 1
 * @param per 1 second to 31 days
 */
public record Window(long requests, Duration per) {

    /** A window is counted in this many slots, so a request is forgotten at most a sixtieth of it late. */
    public static final int SLOTS = 60;

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofDays(31);

    public Window {
        if (requests < 1 || per.compareTo(SHORTEST) < 0 || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("requests must be at least 1, per from 1s to 31d");
        }
    }
}
