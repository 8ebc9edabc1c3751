package dev.ephemint.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.MintFailure.TimedOut;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeteredPoolsTest {

    private final Meters meters = new Meters();
    private final MeteredPools pools = new MeteredPools(meters);

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void showsHowManyTokensThereAre() {
        AtomicInteger tokens = new AtomicInteger(3);
        pools.begins("captions", tokens::get);
        tokens.set(2);

        assertThat(meters.prometheus().scrape("ephemint_pool_tokens"::equals).stream()
                        .map(GaugeSnapshot.class::cast)
                        .flatMap(gauge -> gauge.getDataPoints().stream())
                        .filter(point -> "captions".equals(point.getLabels().get("pool"))))
                .singleElement()
                .satisfies(point -> assertThat(point.getValue()).isEqualTo(2));
    }

    @Test
    void countsHitsAndMisses() {
        pools.asked("captions", true);
        pools.asked("captions", true);
        pools.asked("captions", false);

        assertThat(count("ephemint_pool_mints", "result", "hit")).isEqualTo(2);
        assertThat(count("ephemint_pool_mints", "result", "miss")).isOne();
    }

    @Test
    void countsRefillsByOutcome() {
        pools.refilled("captions", Optional.empty());
        pools.refilled("captions", Optional.of(new TimedOut()));

        assertThat(count("ephemint_pool_refills", "outcome", "minted")).isOne();
        assertThat(count("ephemint_pool_refills", "outcome", "timed_out")).isOne();
    }

    @Test
    void countsDroppedTokens() {
        pools.dropped("captions");

        assertThat(count("ephemint_pool_dropped", "pool", "captions")).isOne();
    }

    private double count(String name, String label, String value) {
        return meters.prometheus().scrape(name::equals).stream()
                .map(CounterSnapshot.class::cast)
                .flatMap(counter -> counter.getDataPoints().stream())
                .filter(point -> value.equals(point.getLabels().get(label)))
                .mapToDouble(point -> point.getValue())
                .sum();
    }
}
