package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Full load on services of the newest JDK that know more and more callers, each with a policy of its own, and on one whose only
 * policy allows many models, which each response lists. They are warmed up in turns.
 */
final class CallerGrowth implements Measure {
    static final String ID = "callers";
    private static final int CONNECTIONS = 16;

    private record Service(String variant, RunningTarget target) {}

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
        setups().forEach((variant, setup) -> session.started(session::isNewest, setup)
                .forEach(target -> services.add(new Service(variant, target))));
        session.warmUpTogether(services.stream().map(Service::target).toList());
        LoadPlan load = LoadPlan.closed(CONNECTIONS, plan.load());
        session.alternate(
                ID,
                plan.rounds(),
                services,
                (round, service) -> session.measure(new Slot(ID, service.variant(), round), service.target(), load));
    }

    private Map<String, Setup> setups() {
        Map<String, Setup> setups = new LinkedHashMap<>();
        for (int callers : plan.callers()) {
            setups.put(String.valueOf(callers), Setup.ofCallers(callers, InFlight.PLACES));
        }
        for (int models : plan.models()) {
            setups.put(models + " models", Setup.ofModels(models, InFlight.PLACES));
        }
        return setups;
    }
}
