package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.Usage;
import dev.ephemint.conformance.bench.result.Value;
import dev.ephemint.conformance.bench.rig.LoadResult;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One round of load: what the generator saw, what arrived at the vendor, and what the target's processes used.
 *
 * @param arrived requests at the vendor; empty if some tokens were there before
 */
record Round(LoadResult load, Optional<Long> arrived, Optional<Usage> before, Optional<Usage> after) {
    private static final double KB_PER_MB = 1024;

    Map<Value, Double> values() {
        Map<Value, Double> values = new EnumMap<>(Value.class);
        double minted = load.minted();
        values.put(Value.MINTED, minted);
        values.put(Value.FAILED, (double) load.failed());
        after.ifPresent(usage -> values.put(Value.RSS_MB, usage.residentKb() / KB_PER_MB));
        if (minted == 0) {
            return values;
        }
        values.put(Value.MINTS_PER_S, minted / load.seconds());
        values.put(Value.P50_MS, load.latencies().percentileMillis(0.5));
        values.put(Value.P99_MS, load.latencies().percentileMillis(0.99));
        values.put(Value.P999_MS, load.latencies().percentileMillis(0.999));
        values.put(Value.MAX_MS, load.latencies().percentileMillis(1));
        before.flatMap(start -> after.map(end -> end.cpuMicros() - start.cpuMicros()))
                .ifPresent(cpu -> values.put(Value.CPU_US, cpu / minted));
        return values;
    }

    /** Why the round does not count. */
    Optional<String> voided() {
        if (load.failed() > 0) {
            return Optional.of(load.failures());
        }
        if (load.minted() == 0) {
            return Optional.of("no response");
        }
        return arrived.filter(count -> count != load.minted())
                .map(count -> "the vendor got " + count + " requests for " + load.minted() + " responses");
    }
}
