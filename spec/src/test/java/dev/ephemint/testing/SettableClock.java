package dev.ephemint.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that tests move forward. Thread-safe. */
public final class SettableClock extends Clock {

    private final Clock base;
    private volatile Duration ahead = Duration.ZERO;

    private SettableClock(Clock base) {
        this.base = base;
    }

    /** Stands still at 2026-11-21T12:00:00Z until it is moved. */
    public SettableClock() {
        this(Instant.parse("2026-11-21T12:00:00Z"));
    }

    /** Stands still at this time until it is moved. */
    public SettableClock(Instant start) {
        this(Clock.fixed(start, ZoneOffset.UTC));
    }

    /** Runs with the system's clock, ahead of it by as much as it is moved. */
    public static SettableClock running() {
        return new SettableClock(Clock.systemUTC());
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
