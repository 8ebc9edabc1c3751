package dev.ephemint.conformance.bench.measure;

import java.time.Duration;
import java.util.List;

/**
 * How much of everything is measured.
 *
 * @param limit after which no further round begins
 * @param rounds of each measure, alternating between the targets
 * @param warmUp the longest of Ephemint before a round; others get a quarter
 * @param load a round of full load
 * @param rates requests per second over a vendor that takes 50 ms
 * @param bursts requests at once over a vendor that takes 300 ms
 * @param bodies kilobytes of unknown members
 * @param callers callers, policies and allowed models
 */
public record Plan(
        String form,
        Duration limit,
        int rounds,
        Duration warmUp,
        Duration load,
        List<Integer> rates,
        List<Integer> bursts,
        List<Integer> bodies,
        List<Integer> callers) {

    /** Ends within 30 minutes on two cores, once all is installed. */
    public static final Plan LONG = new Plan(
            "long",
            Duration.ofMinutes(28),
            3,
            Duration.ofSeconds(90),
            Duration.ofSeconds(3),
            List.of(200, 500, 1000),
            List.of(1000, 5000),
            List.of(1, 16, 128),
            List.of(1, 1000));

    /** Ends within five minutes on two cores with one JDK, once all is installed. */
    public static final Plan SHORT = new Plan(
            "short",
            Duration.ofSeconds(285),
            2,
            Duration.ofSeconds(20),
            Duration.ofMillis(1500),
            List.of(500),
            List.of(1000),
            List.of(128),
            List.of(1, 1000));
}
