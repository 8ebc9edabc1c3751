package dev.ephemint.conformance.bench.measure;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The end of the time that a whole run may take. */
public final class Deadline {
    private final LongSupplier nanos;
    private final long end;

    public Deadline(LongSupplier nanos, Duration time) {
        this.nanos = nanos;
        this.end = nanos.getAsLong() + time.toNanos();
    }

    boolean isOver() {
        return nanos.getAsLong() - end >= 0;
    }
}
