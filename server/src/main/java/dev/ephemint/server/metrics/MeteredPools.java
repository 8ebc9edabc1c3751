package dev.ephemint.server.metrics;

import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.pool.PoolWatch;
import io.micrometer.core.instrument.Tags;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Counts what happens in the pools, whose names come from the configuration. */
public record MeteredPools(Meters meters) implements PoolWatch {

    private static final String POOL = "pool";

    @Override
    public void begins(String pool, IntSupplier tokens) {
        meters.gauge(Metric.POOL_TOKENS, Tags.of(POOL, pool), tokens::getAsInt);
    }

    @Override
    public void asked(String pool, boolean hit) {
        meters.count(Metric.POOL_MINTS, Tags.of(POOL, pool, "result", hit ? "hit" : "miss"));
    }

    @Override
    public void refilled(String pool, Optional<MintFailure> failure) {
        meters.count(
                Metric.POOL_REFILLS,
                Tags.of(POOL, pool, "outcome", failure.map(Outcome::of).orElse(MintMeter.MINTED)));
    }

    @Override
    public void dropped(String pool) {
        meters.count(Metric.POOL_DROPPED, Tags.of(POOL, pool));
    }
}
