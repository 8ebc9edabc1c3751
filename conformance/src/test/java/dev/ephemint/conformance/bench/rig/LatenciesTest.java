package dev.ephemint.conformance.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LatenciesTest {

    @Test
    void percentileIsTheSmallestLatencyThatTheShareDidNotExceed() {
        Map<Long, Long> counts = new TreeMap<>();
        for (long micros = 1_000; micros <= 100_000; micros += 1_000) {
            counts.put(micros, 1L);
        }
        Latencies latencies = new Latencies(counts);

        assertThat(latencies.total()).isEqualTo(100);
        assertThat(latencies.percentileMillis(0.5)).isEqualTo(50);
        assertThat(latencies.percentileMillis(0.99)).isEqualTo(99);
        assertThat(latencies.percentileMillis(0.999)).isEqualTo(100);
        assertThat(latencies.percentileMillis(1)).isEqualTo(100);
    }

    @Test
    void latencyThatOccurredOftenCountsOften() {
        Latencies latencies = new Latencies(Map.of(1_000L, 99L, 9_000L, 1L));

        assertThat(latencies.percentileMillis(0.99)).isEqualTo(1);
        assertThat(latencies.percentileMillis(0.991)).isEqualTo(9);
    }

    @Test
    void nothingHasNoPercentile() {
        assertThatThrownBy(() -> new Latencies(Map.of()).percentileMillis(0.5))
                .isInstanceOf(IllegalStateException.class);
    }
}
