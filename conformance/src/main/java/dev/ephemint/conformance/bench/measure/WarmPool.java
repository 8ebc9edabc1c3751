package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Mints from a pool of 100 unused tokens, 20 each second, while the vendor takes 300 ms for a new one. */
final class WarmPool implements Measure {
    static final String ID = "pool";
    private static final int SIZE = 100;
    private static final int RATE = 20;
    private static final Duration TIME = Duration.ofSeconds(4);
    private static final Duration VENDOR = Duration.ofMillis(300);
    private static final int LONGEST_FILLING = 20;
    private static final long PAUSE_NANOS = 1_200_000_000;

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
        try (Fleet fleet = Fleet.start(session, Kinds::isEphemint, Setup.ofPool(SIZE))) {
            fleet.warmUp(session, plan.warmUp().dividedBy(2));
            session.alternate(ID, plan.rounds(), fleet.running(), (round, target) -> {
                session.vendor().delay(Duration.ZERO);
                awaitFull(session);
                session.vendor().delay(VENDOR);
                session.measure(new Slot(ID, "", round, true), target, LoadPlan.open(RATE, TIME));
            });
        }
    }

    /** The pools are full once nothing arrives at the vendor for a moment that is longer than a mint and their pause. */
    private static void awaitFull(Session session) {
        long last = -1;
        long arrived = session.vendor().arrived();
        for (int i = 0; i < LONGEST_FILLING && arrived != last; i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            last = arrived;
            arrived = session.vendor().arrived();
        }
    }
}
