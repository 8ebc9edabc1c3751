package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Full load on services of the newest JDK that know more and more callers, each with a policy that allows as many models. They
 * are warmed up in turns.
 */
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
        List<Service> services = new ArrayList<>();
        for (int callers : plan.callers()) {
            session.started(session::isNewest, Setup.ofCallers(callers, InFlight.PLACES))
                    .forEach(target -> services.add(new Service(callers, target)));
        }
        session.warmUpTogether(services.stream().map(Service::target).toList());
        LoadPlan load = LoadPlan.closed(CONNECTIONS, plan.load());
        session.alternate(
                ID,
                plan.rounds(),
                services,
                (round, service) -> session.measure(
                        new Slot(ID, String.valueOf(service.callers()), round), service.target(), load));
    }
}
