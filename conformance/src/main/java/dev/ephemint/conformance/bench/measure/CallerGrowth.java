package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Full load on services that know more and more callers, each with a policy that allows as many models. */
final class CallerGrowth implements Measure {
    static final String ID = "callers";
    private static final int CONNECTIONS = 16;

    private record Service(int callers, RunningTarget target) {}

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
        List<Fleet> fleets = new ArrayList<>();
        List<Service> services = new ArrayList<>();
        try {
            for (int callers : plan.callers()) {
                Fleet fleet = Fleet.start(session, Kinds::isEphemint, Setup.ofCallers(callers));
                fleets.add(fleet);
                fleet.running().forEach(target -> services.add(new Service(callers, target)));
                fleet.warmUp(session, plan.warmUp().dividedBy(2));
            }
            LoadPlan load = LoadPlan.closed(CONNECTIONS, plan.load());
            session.alternate(
                    ID,
                    plan.rounds(),
                    services,
                    (round, service) -> session.measure(
                            new Slot(ID, String.valueOf(service.callers()), round), service.target(), load));
        } finally {
            fleets.forEach(Fleet::close);
        }
    }
}
