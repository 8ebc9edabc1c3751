package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.client.ClientProgram;
import dev.ephemint.conformance.bench.gateway.Bodies;
import java.nio.file.Path;
import java.util.List;

/** All measures, in the order in which they run. */
public final class Measures {
    private Measures() {}

    /** As in the results file and on the command line. */
    public static List<String> ids() {
        return all(Plan.SHORT, new Bodies(Path.of("")), new ClientProgram(Path.of(""), Path.of(""), List.of())).stream()
                .map(Measure::id)
                .toList();
    }

    public static List<Measure> all(Plan plan, Bodies bodies, ClientProgram clients) {
        return List.of(
                new StartUp(plan),
                ClientMints.of(plan, clients),
                new Throughput(plan),
                new AddedLatency(plan),
                new InFlight(plan),
                new BodyGrowth(plan, bodies),
                new CallerGrowth(plan),
                new WarmPool(plan));
    }
}
