package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.client.ClientProgram;
import dev.ephemint.conformance.bench.gateway.Bodies;
import dev.ephemint.conformance.bench.profile.Profiler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** All measures, in the order in which they run. */
public final class Measures {
    private Measures() {}

    /** As in the results file and on the command line. */
    public static List<String> ids() {
        ClientProgram none = new ClientProgram(Path.of(""), Path.of(""), List.of());
        return all(Plan.SHORT, new Bodies(Path.of("")), none, (process, load) -> Map.of()).stream()
                .map(Measure::id)
                .toList();
    }

    public static List<Measure> all(Plan plan, Bodies bodies, ClientProgram clients, Profiler profiler) {
        return List.of(
                new StartUp(plan),
                ClientMints.of(plan, clients),
                new Throughput(plan),
                new AddedLatency(plan),
                new BodyGrowth(plan, bodies),
                new Profiling(plan, bodies, profiler),
                new CallerGrowth(plan),
                new InFlight(plan),
                new WarmPool(plan));
    }
}
