package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.gateway.Target;
import dev.ephemint.conformance.bench.gateway.TargetUnavailableException;
import dev.ephemint.conformance.bench.gateway.Usage;
import dev.ephemint.conformance.bench.result.Sample;
import dev.ephemint.conformance.bench.result.Samples;
import dev.ephemint.conformance.bench.result.Value;
import dev.ephemint.conformance.bench.rig.LoadGenerator;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import dev.ephemint.conformance.bench.rig.LoadResult;
import dev.ephemint.conformance.bench.rig.Mint;
import dev.ephemint.conformance.bench.rig.MockVendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run in progress: the targets that can be measured, and what was found so far. */
public final class Session implements AutoCloseable {
    private static final double PERCENT = 100;

    private final List<Target> targets;
    private final LoadGenerator load;
    private final MockVendor vendor;
    private final Deadline deadline;
    private final Consumer<String> progress;
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<RunningTarget, WarmUp.Result> warmedUp = new HashMap<>();
    private @Nullable Fleet warm;

    public Session(
            List<Target> targets, LoadGenerator load, MockVendor vendor, Deadline deadline, Consumer<String> progress) {
        this.targets = List.copyOf(targets);
        this.load = load;
        this.vendor = vendor;
        this.deadline = deadline;
        this.progress = progress;
    }

    List<Target> targets() {
        return targets;
    }

    MockVendor vendor() {
        return vendor;
    }

    /** Every target, warmed up: started by the first measure that needs them, and kept for the others. */
    List<RunningTarget> warm(Plan plan) {
        vendor.delay(Duration.ZERO);
        if (warm == null) {
            warm = Fleet.start(this, target -> true, Setup.PLAIN);
            warm.warmUp(this, plan.warmUp());
        }
        return warm.running();
    }

    @Override
    public void close() {
        if (warm != null) {
            warm.close();
        }
    }

    /** Whether the time for the whole run is over; what is left out is noted once. */
    public boolean isOver(String measure) {
        if (deadline.isOver()) {
            String note = measure + ": the time for the whole run was over before its last round.";
            if (!notes.contains(note)) {
                note(note);
            }
            return true;
        }
        return false;
    }

    /** One round of one target. */
    interface Part<T> {
        void measure(int round, T target);
    }

    /** Rounds that alternate between the targets, until the time for the whole run is over. */
    <T> void alternate(String measure, int rounds, List<T> targets, Part<T> part) {
        for (int round = 1; round <= rounds; round++) {
            for (T target : targets) {
                if (!isOver(measure)) {
                    part.measure(round, target);
                }
            }
        }
    }

    /** Empty, and noted, if the target does not start. */
    Optional<RunningTarget> start(Target target, Setup setup) {
        try {
            return Optional.of(target.start(setup));
        } catch (TargetUnavailableException e) {
            note(target.id() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    void note(String text) {
        notes.add(text);
        progress.accept(text);
    }

    /**
     * Load that is not counted; how long it was becomes a part of each of the target's samples.
     *
     * @param most the longest for Ephemint; others get a quarter
     */
    void warmUp(RunningTarget target, Mint mint, Duration most) {
        Duration longest = Kinds.isOwn(target.target()) ? most : most.dividedBy(4);
        WarmUp.Result result = new WarmUp(load, deadline::isOver).run(mint, longest);
        warmedUp.merge(target, result, (earlier, now) -> now.after(earlier));
    }

    /** A round of load. */
    void measure(Slot slot, RunningTarget target, LoadPlan plan) {
        measure(slot, target, plan, target.mint());
    }

    void measure(Slot slot, RunningTarget target, LoadPlan plan, Mint mint) {
        Round round = load(target, plan, mint, !slot.isPooled());
        Map<Value, Double> values = new EnumMap<>(round.values());
        Optional.ofNullable(warmedUp.get(target)).ifPresent(warmUp -> {
            values.put(Value.WARM_UP_S, warmUp.seconds());
            values.put(Value.WARM_UP_CHANGE_PCT, PERCENT * warmUp.change());
        });
        add(slot, target, values, round.voided());
    }

    /** @param isCounted whether as many requests must arrive at the vendor as there are responses */
    Round load(RunningTarget target, LoadPlan plan, Mint mint, boolean isCounted) {
        long arrived = vendor.arrived();
        Optional<Usage> before = target.usage();
        LoadResult result = load.run(plan, mint);
        Optional<Usage> after = target.usage();
        return new Round(result, isCounted ? Optional.of(vendor.arrived() - arrived) : Optional.empty(), before, after);
    }

    /** Whether an earlier round of the target, in this measure, took longer to start. */
    boolean tookLonger(String measure, Target target, Duration time) {
        return samples()
                .spread(measure, "", target.id(), Value.START_MS)
                .filter(start -> start.greatest() > time.toMillis())
                .isPresent();
    }

    void add(Slot slot, RunningTarget target, Map<Value, Double> values, Optional<String> voided) {
        add(slot, target.target().id(), values, voided);
    }

    void add(Slot slot, String target, Map<Value, Double> values, Optional<String> voided) {
        samples.add(new Sample(slot.measure(), slot.variant(), target, slot.round(), values, voided));
        progress.accept(slot + " " + target + ": " + voided.orElseGet(() -> Progress.text(values)));
    }

    public Samples samples() {
        return new Samples(samples);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }
}
