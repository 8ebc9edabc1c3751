package dev.ephemint.conformance.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.bench.gateway.Usage;
import dev.ephemint.conformance.bench.result.Value;
import dev.ephemint.conformance.bench.rig.Latencies;
import dev.ephemint.conformance.bench.rig.LoadResult;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RoundTest {

    private static Round round(Map<String, Long> statuses, Optional<Long> arrived) {
        LoadResult load = new LoadResult(2, statuses, new Latencies(Map.of(1_000L, 10L)));
        return new Round(load, arrived, Optional.of(new Usage(1_000, 1_024)), Optional.of(new Usage(6_000, 2_048)));
    }

    @Test
    void figuresAreForEachMint() {
        Round round = round(Map.of("200", 10L), Optional.of(10L));

        assertThat(round.voided()).isEmpty();
        assertThat(round.values())
                .containsEntry(Value.MINTS_PER_S, 5.0)
                .containsEntry(Value.CPU_US, 500.0)
                .containsEntry(Value.RSS_MB, 2.0)
                .containsEntry(Value.P99_MS, 1.0)
                .containsEntry(Value.FAILED, 0.0);
    }

    @Test
    void anyFailureVoidsTheRound() {
        assertThat(round(Map.of("200", 9L, "503", 1L), Optional.of(9L)).voided())
                .contains("1 x 503");
    }

    @Test
    void roundWithoutAResponseIsVoid() {
        Round round = round(Map.of(), Optional.of(0L));

        assertThat(round.voided()).contains("no response");
        assertThat(round.values()).doesNotContainKey(Value.MINTS_PER_S);
    }

    @Test
    void retriesAndCachedResponsesVoidTheRound() {
        assertThat(round(Map.of("200", 10L), Optional.of(11L)).voided())
                .contains("the vendor got 11 requests for 10 responses");
        assertThat(round(Map.of("200", 10L), Optional.of(9L)).voided()).isPresent();
        assertThat(round(Map.of("200", 10L), Optional.empty()).voided()).isEmpty();
    }
}
