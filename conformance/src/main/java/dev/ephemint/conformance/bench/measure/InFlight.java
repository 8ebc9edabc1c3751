package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.gateway.Target;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import java.time.Duration;

/**
 * Many requests at the same moment over a vendor that takes 300 ms, one target after the other, because each leaves
 * thousands of connections open; so it is stopped afterwards. Ephemint has a place for each request.
 */
final class InFlight implements Measure {
    static final String ID = "in-flight";
    private static final Duration VENDOR = Duration.ofMillis(300);
    static final int PLACES = 6000;

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
        for (RunningTarget running : session.warm(target::equals, Setup.ofCallers(1, PLACES))) {
            session.vendor().delay(VENDOR);
            session.alternate(
                    ID,
                    plan.rounds(),
                    plan.bursts(),
                    (round, burst) -> session.measure(
                            new Slot(ID, String.valueOf(burst), round), running, LoadPlan.burst(burst)));
            session.stop(running);
        }
    }
}
