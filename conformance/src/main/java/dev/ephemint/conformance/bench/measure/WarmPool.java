package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import java.time.Duration;
import java.util.List;

/** Mints from a pool of 100 unused tokens, 20 each second, while the vendor takes 300 ms for a new one. */
final class WarmPool implements Measure {
    static final String ID = "pool";
    private static final int SIZE = 100;
    private static final int RATE = 20;
    private static final Duration TIME = Duration.ofSeconds(4);
    private static final Duration VENDOR = Duration.ofMillis(300);

    private final Plan plan;

    WarmPool(Plan plan) {
        this.plan = plan;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void run(Session session) {
        session.vendor().delay(Duration.ZERO);
        List<RunningTarget> newest = session.warm(session::isNewest, Setup.ofPool(SIZE));
        session.alternate(ID, plan.rounds(), newest, (round, target) -> {
            session.vendor().delay(Duration.ZERO);
            session.vendor().awaitQuiet();
            session.vendor().delay(VENDOR);
            session.measure(new Slot(ID, "", round, true), target, LoadPlan.open(RATE, TIME));
        });
    }
}
