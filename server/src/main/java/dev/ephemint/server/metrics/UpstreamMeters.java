package dev.ephemint.server.metrics;

import dev.ephemint.server.mint.MintFailure.UpstreamsFailed.Attempt;
import io.micrometer.core.instrument.Tags;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The meters of one upstream, beside those of its calls. */
public record UpstreamMeters(Meters meters) {

    private static final String UPSTREAM = "upstream";

    /** Counts a failure after which the next upstream is asked. */
    public void fallback(Attempt attempt) {
        meters.count(Metric.FALLBACKS, Tags.of(UPSTREAM, attempt.upstream(), "outcome", Outcome.of(attempt.failure())));
    }

    public void breaker(String upstream, BooleanSupplier open) {
        meters.gauge(Metric.BREAKER_OPEN, Tags.of(UPSTREAM, upstream), () -> open.getAsBoolean() ? 1 : 0);
    }

    public void connections(String upstream, Supplier<Number> inUse) {
        meters.gauge(Metric.VENDOR_CONNECTIONS, Tags.of(UPSTREAM, upstream), inUse);
    }

    /**
     * Counts how often a key file was read again.
     *
     * @param read how often it held a key
     * @param failed how often it held none, so that the last key stayed in use
     */
    public void reloads(String upstream, LongSupplier read, LongSupplier failed) {
        meters.countFrom(Metric.CREDENTIAL_RELOADS, Tags.of(UPSTREAM, upstream, "result", "read"), read);
        meters.countFrom(Metric.CREDENTIAL_RELOADS, Tags.of(UPSTREAM, upstream, "result", "failed"), failed);
    }
}
