package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.rig.LoadPlan;

/** Full load with 64 connections over a vendor that responds at once; CPU time, and memory after it. */
final class Throughput implements Measure {
    static final String ID = "throughput";
    private static final int CONNECTIONS = 64;

    private final Plan plan;

    Throughput(Plan plan) {
        this.plan = plan;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void run(Session session) {
        LoadPlan load = LoadPlan.closed(CONNECTIONS, plan.load());
        session.alternate(
                ID,
                plan.rounds(),
                session.warm(target -> !Kinds.isSmall(target) || session.isNewestSmall(target), Setup.PLAIN),
                (round, target) -> session.measure(new Slot(ID, "", round), target, load));
    }
}
