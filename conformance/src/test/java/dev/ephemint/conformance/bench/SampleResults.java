package dev.ephemint.conformance.bench;

import dev.ephemint.conformance.bench.result.Results;
import dev.ephemint.conformance.bench.result.Sample;
import dev.ephemint.conformance.bench.result.Samples;
import dev.ephemint.conformance.bench.result.TargetInfo;
import dev.ephemint.conformance.bench.result.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Invented figures. */
public final class SampleResults {
    public static final Results RESULTS = new Results(
            "2026-11-26T12:00:00Z",
            "long",
            "0123456789ab",
            Map.of("cores", "2"),
            List.of(
                    info("direct", "direct to the mock vendor"),
                    info("nginx", "nginx `proxy_pass`"),
                    new TargetInfo("portkey", "Portkey", "", List.of(), Optional.of("npm is missing")),
                    new TargetInfo("express", "Express", "5", List.of("request /a|b"), Optional.empty()),
                    info("ephemint-17", "Ephemint, JDK 17"),
                    info("ephemint-25", "Ephemint, JDK 25")),
            samples(),
            List.of("pool: the time for the whole run was over before its last round."));

    private SampleResults() {}

    private static TargetInfo info(String id, String title) {
        return new TargetInfo(id, title, "1.0", List.of(), Optional.empty());
    }

    private static Samples samples() {
        List<Sample> samples = new ArrayList<>();
        for (int round = 1; round <= 2; round++) {
            samples.add(throughput("direct", round, 60_000));
            samples.add(throughput("nginx", round, 20_000));
            samples.add(throughput("express", round, 800));
            samples.add(throughput("ephemint-17", round, 3_000 + round));
            samples.add(throughput("ephemint-25", round, 6_000));
            samples.add(latency("direct", round, 51, Optional.empty()));
            samples.add(latency("ephemint-25", round, 53, Optional.empty()));
            samples.add(latency("ephemint-17", round, 58, round == 1 ? Optional.empty() : Optional.of("3 x 503")));
        }
        samples.add(part("0", 25, 100));
        samples.add(part("128", 10, 400));
        return new Samples(samples);
    }

    private static Sample throughput(String target, int round, double mints) {
        return new Sample(
                "throughput",
                "",
                target,
                round,
                Map.of(Value.MINTS_PER_S, mints, Value.RSS_MB, 190.0, Value.CPU_US, 300.5),
                Optional.empty());
    }

    private static Sample part(String variant, double share, double micros) {
        return new Sample(
                "profile",
                variant,
                "Jersey",
                1,
                Map.of(Value.SHARE_PCT, share, Value.CPU_US, micros),
                Optional.empty());
    }

    private static Sample latency(String target, int round, double p99, Optional<String> voided) {
        return new Sample("latency", "500", target, round, Map.of(Value.P50_MS, 51.0, Value.P99_MS, p99), voided);
    }
}
