package dev.ephemint.conformance.bench.profile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides CPU time among parts: that of Java threads as their sampled stacks are divided, the rest by thread.
 *
 * @param ticks CPU time by kind of thread
 */
record Attribution(Parts parts, Map<String, Long> ticks) {
    Attribution {
        ticks = Map.copyOf(ticks);
    }

    /** Shares of one; Java threads count in full if no time of threads is known. */
    Map<String, Double> shares(Collection<List<String>> stacks) {
        double total = ticks.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Double> shares = new TreeMap<>();
        double java = 1;
        if (total > 0) {
            ticks.forEach((kind, time) -> shares.put(kind, time / total));
            java = shares.getOrDefault(ThreadTimes.JAVA, 0.0);
            shares.remove(ThreadTimes.JAVA);
        }
        for (List<String> stack : stacks) {
            shares.merge(parts.of(stack), java / stacks.size(), Double::sum);
        }
        return shares;
    }
}
