package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.measure.WarmTimes.Limits;
import java.time.Duration;
import java.util.List;

/**
 * How much of everything is measured.
 *
 * @param limit after which no further round begins
 * @param rounds of each measure, alternating between the targets
 * @param warmUp before a target's first round
 * @param load a round of full load
 * @param profile how long a profile is taken
 * @param rates requests per second over a vendor that takes 50 ms
 * @param bursts requests at once over a vendor that takes 300 ms
 * @param bodies kilobytes of unknown members
 * @param callers callers, each with a policy of its own
 * @param models models that one policy allows
 */
public record Plan(
        String form,
        Duration limit,
        int rounds,
        WarmTimes warmUp,
        Duration load,
        Duration profile,
        List<Integer> rates,
        List<Integer> bursts,
        List<Integer> bodies,
        List<Integer> callers,
        List<Integer> models) {

    /** Ends within 30 minutes on two cores, with what has to be installed already there. */
    public static final Plan LONG = new Plan(
            "long",
            Duration.ofMinutes(29),
            3,
            new WarmTimes(
                    Limits.ofMillis(60_000, 70_000),
                    Limits.ofMillis(20_000, 30_000),
                    Limits.ofMillis(10_000, 20_000),
                    Limits.ofMillis(4_000, 5_000),
                    Limits.ofMillis(10_000, 15_000)),
            Duration.ofSeconds(3),
            Duration.ofSeconds(20),
            List.of(500, 1000),
            List.of(1000, 5000),
            List.of(16, 128),
            List.of(1, 1000),
            List.of(1000));

    /** Ends within five minutes on two cores with one JDK, with what has to be installed already there. */
    public static final Plan SHORT = new Plan(
            "short",
            Duration.ofSeconds(285),
            2,
            new WarmTimes(
                    Limits.ofMillis(10_000, 12_000),
                    Limits.ofMillis(7_000, 8_000),
                    Limits.ofMillis(2_500, 4_000),
                    Limits.ofMillis(1_000, 2_000),
                    Limits.ofMillis(2_500, 4_000)),
            Duration.ofMillis(1500),
            Duration.ofSeconds(2),
            List.of(500),
            List.of(1000),
            List.of(128),
            List.of(1, 1000),
            List.of());
}
