package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.rig.LoadGenerator;
import dev.ephemint.conformance.bench.rig.LoadPlan;
import dev.ephemint.conformance.bench.rig.LoadResult;
import dev.ephemint.conformance.bench.rig.Mint;
import java.time.Duration;
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
    private final BooleanSupplier isOver;

    /** @param isOver whether the time for the whole run is over */
    WarmUp(LoadGenerator load, BooleanSupplier isOver) {
        this.load = load;
        this.isOver = isOver;
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

    /** Windows of load, four at least, until the last two have rates within 5 %, for so long at most. */
    Result run(Mint mint, Duration most) {
        Duration window = min(LONGEST_WINDOW, most.dividedBy(WINDOWS));
        Result result = Result.NONE;
        double last = 0;
        int windows = 0;
        for (Duration left = most; left.compareTo(window) >= 0; left = left.minus(window)) {
            if (isOver.getAsBoolean() || (windows >= LEAST_WINDOWS && result.change <= STABLE)) {
                break;
            }
            windows++;
            LoadResult loaded = load.run(LoadPlan.closed(CONNECTIONS, window), mint);
            double rate = loaded.minted() / loaded.seconds();
            double greater = Math.max(rate, last);
            result = new Result(result.seconds + loaded.seconds(), greater == 0 ? 0 : Math.abs(rate - last) / greater);
            last = rate;
        }
        return result;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
