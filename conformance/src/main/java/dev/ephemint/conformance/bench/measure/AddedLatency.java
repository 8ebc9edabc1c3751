package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import java.time.Duration;
import java.util.List;

/** Latency at fixed rates over a vendor that takes 50 ms; the direct call is measured in the same rounds. */
final class AddedLatency implements Measure {
    static final String ID = "latency";
    private static final Duration VENDOR = Duration.ofMillis(50);

    private final Plan plan;

    AddedLatency(Plan plan) {
        this.plan = plan;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void run(Session session) {
        List<RunningTarget> targets = session.warm(Kinds::isGateway, Setup.PLAIN);
        session.vendor().delay(VENDOR);
        for (int rate : plan.rates()) {
            LoadPlan load = LoadPlan.open(rate, plan.load());
            session.alternate(
                    ID,
                    plan.rounds(),
                    targets,
                    (round, target) -> session.measure(new Slot(ID, String.valueOf(rate), round), target, load));
        }
    }
}
