package dev.ephemint.conformance.bench.report;

import dev.ephemint.conformance.bench.result.NewestJdk;
import dev.ephemint.conformance.bench.result.Results;
import dev.ephemint.conformance.bench.result.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The README's sentence about speed: figures of a long run only, because a short one leaves a JVM half warm. */
public final class Summary {
    private static final Map<String, String> PEERS = new TreeMap<>(Map.of(
            "nginx", "nginx",
            "gomodel", "GoModel",
            "express", "Express",
            "portkey", "Portkey",
            "litellm", "LiteLLM"));

    private final Results results;

    public Summary(Results results) {
        this.results = results;
    }

    public String text() {
        String newest = NewestJdk.in(results).orElse(Goal.NEWEST);
        if (!results.form().equals("long")
                || results.samples().rounds("throughput", "", newest).isEmpty()) {
            return "no long run is kept yet.";
        }
        List<String> ratios = new ArrayList<>();
        PEERS.forEach((id, name) -> results.samples()
                .ratio("throughput", "", newest, id, Value.MINTS_PER_S)
                .ifPresent(ratio -> ratios.add(Figures.number(ratio.median()) + " times " + name)));
        String mints = Figures.median(results.samples().spread("throughput", "", newest, Value.MINTS_PER_S));
        return results.title(newest).replace("Ephemint, ", "") + ", "
                + results.machine().getOrDefault("cores", "?") + " cores, everything on: " + mints + " mints/s, "
                + String.join(", ", ratios) + ".";
    }
}
