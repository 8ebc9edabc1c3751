package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.Bodies;
import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import dev.ephemint.conformance.bench.rig.Mint;
import java.util.List;
import java.util.Set;

/** Full load with requests that have more and more members that the contract does not know. */
final class BodyGrowth implements Measure {
    static final String ID = "body";
    private static final int CONNECTIONS = 16;
    private static final Set<String> PEERS = Set.of("nginx", "gomodel", "go-proxy", "express");

    private final Plan plan;
    private final Bodies bodies;

    BodyGrowth(Plan plan, Bodies bodies) {
        this.plan = plan;
        this.bodies = bodies;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void run(Session session) {
        List<RunningTarget> targets = session.warm(plan).stream()
                .filter(target -> Kinds.isEphemint(target.target())
                        || PEERS.contains(target.target().id()))
                .toList();
        for (int kilobytes : plan.bodies()) {
            targets.forEach(target ->
                    session.warmUp(body(target, kilobytes), plan.warmUp().dividedBy(8)));
            for (int round = 1; round <= plan.rounds(); round++) {
                for (RunningTarget target : targets) {
                    measure(session, target, kilobytes, round);
                }
            }
        }
    }

    private void measure(Session session, RunningTarget target, int kilobytes, int round) {
        if (!session.isOver(ID)) {
            session.measure(
                    new Slot(ID, String.valueOf(kilobytes), round),
                    target,
                    LoadPlan.closed(CONNECTIONS, plan.load()),
                    body(target, kilobytes));
        }
    }

    private Mint body(RunningTarget target, int kilobytes) {
        return target.mint().withBody(bodies.nested(kilobytes));
    }
}
