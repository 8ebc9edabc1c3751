package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.rig.LoadGenerator;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import dev.ephemint.conformance.bench.rig.LoadResult;
import dev.ephemint.conformance.bench.rig.Mint;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Load that is not counted, until the rate hardly changes: code on a JVM is compiled while it runs, so that it gets faster. */
final class WarmUp {
    static final double STABLE = 0.05;
    private static final int CONNECTIONS = 64;
    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(5);
    private static final int WINDOWS = 8;

    /** On a machine with other work, slow code that waits for the compiler looks stable, too. */
    private static final int LEAST_WINDOWS = 4;

    private final LoadGenerator load;
    private final Mint mint;
    private final WarmTimes.Limits limits;
    private final Duration window;
    private Result result = Result.NONE;
    private double last;
    private int windows;

    WarmUp(LoadGenerator load, Mint mint, WarmTimes.Limits limits) {
        this.load = load;
        this.mint = mint;
        this.limits = limits;
        Duration part = limits.most().dividedBy(WINDOWS);
        this.window = part.compareTo(LONGEST_WINDOW) < 0 ? part : LONGEST_WINDOW;
    }

    /**
     * How it went.
     *
     * @param change of the rate from the last window but one to the last, as a part of the greater one
     */
    record Result(double seconds, double change) {
        static final Result NONE = new Result(0, 1);

        Result after(Result earlier) {
            return new Result(earlier.seconds + seconds, change);
        }
    }

    Result result() {
        return result;
    }

    /** Windows of load in turns, as many for each, until the slowest to warm up is done. */
    static void together(List<WarmUp> all, BooleanSupplier isOver) {
        while (all.stream().anyMatch(one -> !one.isDone())) {
            for (WarmUp one : all) {
                if (isOver.getAsBoolean()) {
                    return;
                }
                one.load();
            }
        }
    }

    /** After four windows and the least time, once the last two have rates within 5 %; after the longest time at the latest. */
    private boolean isDone() {
        Duration time = window.multipliedBy(windows);
        return time.plus(window).compareTo(limits.most()) > 0
                || (windows >= LEAST_WINDOWS && time.compareTo(limits.least()) >= 0 && result.change <= STABLE);
    }

    private void load() {
        windows++;
        LoadResult loaded = load.run(LoadPlan.closed(CONNECTIONS, window), mint);
        double rate = loaded.minted() / loaded.seconds();
        double greater = Math.max(rate, last);
        result = new Result(result.seconds + loaded.seconds(), greater == 0 ? 0 : Math.abs(rate - last) / greater);
        last = rate;
    }
}
