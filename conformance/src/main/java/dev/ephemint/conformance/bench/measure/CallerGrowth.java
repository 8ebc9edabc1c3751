package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Full load on services that know more and more callers, each with a policy that allows as many models. */
final class CallerGrowth implements Measure {
    static final String ID = "callers";
    private static final int CONNECTIONS = 16;

    private final Plan plan;

    CallerGrowth(Plan plan) {
        this.plan = plan;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void run(Session session) {
        session.vendor().delay(Duration.ZERO);
        Map<Integer, Fleet> fleets = new LinkedHashMap<>();
        try {
            for (int callers : plan.callers()) {
                Fleet fleet = Fleet.start(session, Kinds::isEphemint, Setup.ofCallers(callers));
                fleets.put(callers, fleet);
                fleet.warmUp(session, plan.warmUp().dividedBy(2));
            }
            for (int round = 1; round <= plan.rounds(); round++) {
                for (Map.Entry<Integer, Fleet> fleet : fleets.entrySet()) {
                    Slot slot = new Slot(ID, String.valueOf(fleet.getKey()), round);
                    for (RunningTarget target : fleet.getValue().running()) {
                        if (!session.isOver(ID)) {
                            session.measure(slot, target, LoadPlan.closed(CONNECTIONS, plan.load()));
                        }
                    }
                }
            }
        } finally {
            fleets.values().forEach(Fleet::close);
        }
    }
}
