package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.Bodies;
import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.gateway.TargetUnavailableException;
import dev.ephemint.conformance.bench.profile.Profiler;
import dev.ephemint.conformance.bench.result.Value;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import dev.ephemint.conformance.bench.rig.Mint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a mint's CPU time is spent for, on the newest JDK, for the plain body and a large one: a variant is the kilobytes of
 * unknown members. A sample's target is a part of the service.
 */
final class Profiling implements Measure {
    static final String ID = "profile";
    private static final int CONNECTIONS = 16;
    private static final double PERCENT = 100;
    private static final List<Integer> KILOBYTES = List.of(0, 128);

    private final Plan plan;
    private final Bodies bodies;
    private final Profiler profiler;

    Profiling(Plan plan, Bodies bodies, Profiler profiler) {
        this.plan = plan;
        this.bodies = bodies;
        this.profiler = profiler;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void run(Session session) {
        for (RunningTarget target : session.warm(session::isNewest, Setup.PLAIN)) {
            session.alternate(ID, 1, KILOBYTES, (round, kilobytes) -> {
                try {
                    one(session, target, kilobytes);
                } catch (TargetUnavailableException e) {
                    session.note(ID + ": " + e.getMessage());
                }
            });
        }
    }

    private void one(Session session, RunningTarget target, int kilobytes) throws TargetUnavailableException {
        Mint mint = kilobytes == 0 ? target.mint() : target.mint().withBody(bodies.nested(kilobytes));
        session.warmUp(target, mint, plan.warmUp().compiled());
        List<Round> rounds = new ArrayList<>();
        Map<String, Double> shares = profiler.shares(
                target.process(),
                () -> rounds.add(session.load(target, LoadPlan.closed(CONNECTIONS, plan.profile()), mint, true)));
        Round round = rounds.get(0);
        double cpu = round.values().getOrDefault(Value.CPU_US, 0.0);
        Slot slot = new Slot(ID, String.valueOf(kilobytes), 1);
        Optional<String> voided = round.voided();
        shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(part -> session.add(
                        slot,
                        part.getKey(),
                        Map.of(Value.SHARE_PCT, PERCENT * part.getValue(), Value.CPU_US, cpu * part.getValue()),
                        voided));
    }
}
