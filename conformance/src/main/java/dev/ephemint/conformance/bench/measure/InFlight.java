package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.gateway.Target;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import java.time.Duration;

/**
 * Many requests at the same moment over a vendor that takes 300 ms, one target after the other, because each leaves
 * thousands of connections open. Ephemint has a place for each request.
 */
final class InFlight implements Measure {
    static final String ID = "in-flight";
    private static final Duration VENDOR = Duration.ofMillis(300);
    private static final int PLACES = 6000;

    private final Plan plan;

    InFlight(Plan plan) {
        this.plan = plan;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void run(Session session) {
        for (Target target : session.targets()) {
            if (Kinds.isGateway(target) && !session.isOver(ID)) {
                one(session, target);
            }
        }
    }

    private void one(Session session, Target target) {
        session.vendor().delay(Duration.ZERO);
        try (Fleet fleet = Fleet.start(session, target::equals, Setup.ofPlaces(PLACES))) {
            fleet.warmUp(session, plan.warmUp().dividedBy(2));
            session.vendor().delay(VENDOR);
            for (RunningTarget running : fleet.running()) {
                for (int round = 1; round <= plan.rounds(); round++) {
                    for (int burst : plan.bursts()) {
                        session.measure(new Slot(ID, String.valueOf(burst), round), running, LoadPlan.burst(burst));
                    }
                }
            }
        }
    }
}
