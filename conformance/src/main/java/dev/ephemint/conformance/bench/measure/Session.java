package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.gateway.Setup;
import dev.ephemint.conformance.bench.gateway.Target;
import dev.ephemint.conformance.bench.gateway.TargetUnavailableException;
import dev.ephemint.conformance.bench.gateway.Usage;
import dev.ephemint.conformance.bench.result.NewestJdk;
import dev.ephemint.conformance.bench.result.Sample;
import dev.ephemint.conformance.bench.result.Samples;
import dev.ephemint.conformance.bench.result.Value;
import dev.ephemint.conformance.bench.rig.LoadGenerator;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import dev.ephemint.conformance.bench.rig.LoadResult;
import dev.ephemint.conformance.bench.rig.Mint;
import dev.ephemint.conformance.bench.rig.Vendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A run in progress: the targets that can be measured, and what was found so far. */
public final class Session implements AutoCloseable {
    private static final double PERCENT = 100;

    private final List<Target> targets;
    private final LoadGenerator load;
    private final Vendor vendor;
    private final Deadline deadline;
    private final Consumer<String> progress;
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<RunningTarget, WarmUp.Result> warmedUp = new HashMap<>();
    private final Processes processes = new Processes();
    private final Plan plan;
    private final String newest;

    /** What sends the load, and what it is sent to in the end. */
    public record Equipment(LoadGenerator load, Vendor vendor) {}

    public Session(Plan plan, List<Target> targets, Equipment equipment, Deadline deadline, Consumer<String> progress) {
        this.plan = plan;
        this.targets = List.copyOf(targets);
        this.newest = NewestJdk.among(targets.stream().map(Target::id)).orElse("");
        this.load = equipment.load();
        this.vendor = equipment.vendor();
        this.deadline = deadline;
        this.progress = progress;
    }

    List<Target> targets() {
        return targets;
    }

    Vendor vendor() {
        return vendor;
    }

    /** Ephemint with the options for a busy replica, on the newest JDK of the run. */
    boolean isNewest(Target target) {
        return target.id().equals(newest);
    }

    /** The same with the options for little load. */
    boolean isNewestSmall(Target target) {
        return target.id().equals(newest + "-small");
    }

    /** Chosen targets, warmed up: started and warmed by the first measure that needs them, and kept for the others. */
    List<RunningTarget> warm(Predicate<Target> chosen, Setup setup) {
        vendor.delay(Duration.ZERO);
        List<RunningTarget> running = started(chosen, setup);
        for (RunningTarget target : running) {
            if (!warmedUp.containsKey(target)) {
                warmUpTogether(List.of(target));
            }
        }
        return running;
    }

    List<RunningTarget> started(Predicate<Target> chosen, Setup setup) {
        return targets.stream()
                .filter(chosen)
                .flatMap(target -> processes.get(target, setup, this::start).stream())
                .toList();
    }

    void stop(RunningTarget running) {
        processes.stop(running);
    }

    @Override
    public void close() {
        processes.close();
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

    /** Load that is not counted; how long it was becomes a part of each of the target's samples. */
    void warmUp(RunningTarget target, Mint mint, WarmTimes.Limits limits) {
        WarmUp warmUp = new WarmUp(load, mint, limits);
        WarmUp.together(List.of(warmUp), deadline::isOver);
        warmedUp.merge(target, warmUp.result(), (earlier, now) -> now.after(earlier));
    }

    /** The same time for each, in turns. */
    void warmUpTogether(List<RunningTarget> running) {
        List<WarmUp> all = running.stream()
                .map(target -> new WarmUp(load, target.mint(), plan.warmUp().of(target.target())))
                .toList();
        WarmUp.together(all, deadline::isOver);
        for (int i = 0; i < all.size(); i++) {
            warmedUp.put(running.get(i), all.get(i).result());
        }
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
