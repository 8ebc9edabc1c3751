package dev.ephemint.server.mint;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment at which a request must be done, waiting and every call to a vendor included. */
public final class Deadline {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final LongSupplier nanos;
    private final long end;

    private Deadline(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
    }

    public static Deadline within(Duration time) {
        return within(time, System::nanoTime);
    }

    /** The same by another clock, in nanoseconds. */
    public static Deadline within(Duration time, LongSupplier nanos) {
        return new Deadline(nanos, nanos.getAsLong() + time.toNanos());
    }

    /** This long after a moment of {@link System#nanoTime}. */
    public static Deadline after(long begun, Duration time) {
        return new Deadline(System::nanoTime, begun + time.toNanos());
    }

    /** Far enough away to never come, for calls without a caller. */
    public static Deadline none() {
        return within(LONGEST);
    }

    /** The time that is left; zero if none is. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
    }

    public boolean passed() {
        return remaining().isZero();
    }

    /** What is left of it, at most this much. */
    public Duration remaining(Duration most) {
        Duration left = remaining();
        return left.compareTo(most) < 0 ? left : most;
    }

    @Override
    public String toString() {
        return "Deadline[remaining=" + remaining() + "]";
    }
}
