package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.Bodies;
import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.rig.LoadPlan;
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
        List<RunningTarget> targets =
                session.warm(target -> Kinds.isEphemint(target) || PEERS.contains(target.id()), Setup.PLAIN);
        for (int kilobytes : plan.bodies()) {
            measure(session, targets, kilobytes);
        }
    }

    private void measure(Session session, List<RunningTarget> targets, int kilobytes) {
        String body = bodies.nested(kilobytes);
        LoadPlan load = LoadPlan.closed(CONNECTIONS, plan.load());
        targets.forEach(target -> session.warmUp(
                target, target.mint().withBody(body), plan.warmUp().ofBody(target.target())));
        session.alternate(
                ID,
                plan.rounds(),
                targets,
                (round, target) -> session.measure(
                        new Slot(ID, String.valueOf(kilobytes), round),
                        target,
                        load,
                        target.mint().withBody(body)));
    }
}
