package dev.ephemint.conformance.bench.rig;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a load generator saw.
 *
 * @param statuses how often each HTTP status came; a request without a response counts by its kind of failure
 */
public record LoadResult(double seconds, Map<String, Long> statuses, Latencies latencies) {
    private static final String MINTED = "200";

    public LoadResult {
        statuses = new TreeMap<>(statuses);
    }

    static LoadResult of(JsonNode result) {
        Map<String, Long> statuses = new TreeMap<>();
        result.path("statuses")
                .properties()
                .forEach(status ->
                        statuses.put(status.getKey(), status.getValue().asLong()));
        Map<Long, Long> latencies = new TreeMap<>();
        result.path("latencies_us")
                .forEach(pair -> latencies.put(pair.get(0).asLong(), pair.get(1).asLong()));
        return new LoadResult(result.path("elapsed_us").asLong() / 1e6, statuses, new Latencies(latencies));
    }

    public long minted() {
        return statuses.getOrDefault(MINTED, 0L);
    }

    public long failed() {
        return statuses.values().stream().mapToLong(Long::longValue).sum() - minted();
    }

    /** Failures by status, such as {@code 12 x 503}. */
    public String failures() {
        StringBuilder text = new StringBuilder();
        statuses.forEach((status, count) -> {
            if (!status.equals(MINTED)) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(" x ")
                        .append(status);
            }
        });
        return text.toString();
    }
}
