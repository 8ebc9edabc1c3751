package dev.ephemint.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time since a call began; at least that of its waits, because the clock may be set back meanwhile. */
final class Elapsed {

    private final Clock clock;
    private final Instant began;
    private Duration waited = Duration.ZERO;

    Elapsed(Clock clock) {
        this.clock = clock;
        this.began = clock.instant();
    }

    void waited(Duration wait) {
        waited = waited.plus(wait);
    }

    Duration passed() {
        Duration passed = Duration.between(began, clock.instant());
        return passed.compareTo(waited) < 0 ? waited : passed;
    }
}
