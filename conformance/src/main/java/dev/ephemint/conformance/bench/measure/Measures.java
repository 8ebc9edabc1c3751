package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.Bodies;
import java.util.List;

/** All measures, in the order in which they run. */
public final class Measures {
    private Measures() {}

    public static List<Measure> all(Plan plan, Bodies bodies) {
        return List.of(
                new StartUp(plan),
                new Throughput(plan),
                new AddedLatency(plan),
                new InFlight(plan),
                new BodyGrowth(plan, bodies),
                new CallerGrowth(plan),
                new WarmPool(plan));
    }
}
