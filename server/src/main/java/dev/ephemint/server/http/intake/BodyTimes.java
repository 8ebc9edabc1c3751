package dev.ephemint.server.http.intake;

import java.time.Duration;

/**
 * How fast the body of a request must arrive.
 *
 * @param whole time for all of it
 * @param bytesPerSecond on average, once the first seconds are over
 */
public record BodyTimes(Duration whole, int bytesPerSecond) {

    private static final Duration START = Duration.ofSeconds(2);

    boolean isLate(Duration elapsed, long bytes) {
        return elapsed.compareTo(whole) >= 0
                || (elapsed.compareTo(START) > 0 && bytes < bytesPerSecond * elapsed.toSeconds());
    }

    /** When to look again. */
    Duration untilNextCheck(Duration elapsed) {
        Duration left = whole.minus(elapsed);
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? left : Duration.ofSeconds(1);
    }
}
