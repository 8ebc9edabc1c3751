package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import java.util.List;

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
        List<RunningTarget> targets = session.warm(plan);
        for (int round = 1; round <= plan.rounds(); round++) {
            for (RunningTarget target : targets) {
                if (!session.isOver(ID)) {
                    session.measure(new Slot(ID, "", round), target, LoadPlan.closed(CONNECTIONS, plan.load()));
                }
            }
        }
    }
}
