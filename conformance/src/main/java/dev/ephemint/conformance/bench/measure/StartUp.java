package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.gateway.Target;
import dev.ephemint.conformance.bench.gateway.Usage;
import dev.ephemint.conformance.bench.result.Value;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Time to the first token of a fresh process, its memory then, and how many mints it makes in the next second. Ephemint has the
 * options for little load.
 */
final class StartUp implements Measure {
    static final String ID = "start";
    private static final int CONNECTIONS = 16;
    private static final double KB_PER_MB = 1024;
    private static final Duration LONG = Duration.ofSeconds(8);

    private final Plan plan;

    StartUp(Plan plan) {
        this.plan = plan;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void run(Session session) {
        session.vendor().delay(Duration.ZERO);
        List<Target> targets = session.targets().stream()
                .filter(target -> !Kinds.isDirect(target) && (!Kinds.isOwn(target) || Kinds.isSmall(target)))
                .toList();
        session.alternate(ID, plan.rounds(), targets, (round, target) -> {
            if (!session.tookLonger(ID, target, LONG)) {
                one(session, target, round);
            }
        });
    }

    private static void one(Session session, Target target, int round) {
        session.start(target, Setup.PLAIN).ifPresent(started -> {
            try (RunningTarget running = started) {
                Optional<Usage> idle = running.usage();
                LoadPlan second = LoadPlan.closed(CONNECTIONS, Duration.ofSeconds(1));
                Round load = session.load(running, second, running.mint(), true);
                Map<Value, Double> values = new EnumMap<>(Value.class);
                values.put(Value.START_MS, running.firstMint().toNanos() / 1e6);
                idle.ifPresent(usage -> values.put(Value.RSS_IDLE_MB, usage.residentKb() / KB_PER_MB));
                Map<Value, Double> loaded = load.values();
                Optional.ofNullable(loaded.get(Value.MINTS_PER_S))
                        .ifPresent(mints -> values.put(Value.FIRST_SECOND, mints));
                Optional.ofNullable(loaded.get(Value.RSS_MB)).ifPresent(rss -> values.put(Value.RSS_MB, rss));
                session.add(new Slot(ID, "", round), running, values, load.voided());
            }
        });
    }
}
