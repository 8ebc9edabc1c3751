package dev.ephemint.server.metrics;

import java.time.Duration;

/** The time that the mint of this thread has spent at the vendor. */
final class VendorTime {

    private static final ThreadLocal<Duration> SPENT = ThreadLocal.withInitial(() -> Duration.ZERO);

    private VendorTime() {}

    static void begin() {
        SPENT.set(Duration.ZERO);
    }

    static void add(Duration time) {
        SPENT.set(SPENT.get().plus(time));
    }

    static Duration end() {
        Duration spent = SPENT.get();
        SPENT.remove();
        return spent;
    }
}
