package dev.ephemint.conformance.bench.rig;

import java.util.Map;
import java.util.TreeMap;

/** Every latency of a round, in microseconds, with how often it occurred. */
public final class Latencies {
    private final TreeMap<Long, Long> counts;
    private final long total;

    public Latencies(Map<Long, Long> counts) {
        this.counts = new TreeMap<>(counts);
        this.total = counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long total() {
        return total;
    }

    /**
     * The smallest latency that at least this share of the responses did not exceed.
     *
     * @param share above 0, at most 1
     */
    public double percentileMillis(double share) {
        if (total == 0) {
            throw new IllegalStateException("no latencies");
        }
        // Rounded first: 0.99 * 100 is a little more than 99.
        long rank = (long) Math.ceil(Math.round(share * total * 1e6) / 1e6);
        long seen = 0;
        for (Map.Entry<Long, Long> latency : counts.entrySet()) {
            seen += latency.getValue();
            if (seen >= rank) {
                return latency.getKey() / 1000.0;
            }
        }
        return counts.lastKey() / 1000.0;
    }
}
