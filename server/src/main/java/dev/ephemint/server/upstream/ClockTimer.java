package dev.ephemint.server.upstream;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer with one thread: an abort only closes a socket. */
record ClockTimer(ScheduledThreadPoolExecutor thread) implements AbortTimer {

    static ClockTimer start() {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("upstream"));
        thread.setRemoveOnCancelPolicy(true);
        return new ClockTimer(thread);
    }

    @Override
    public Pending after(Duration limit, Runnable abort) {
        Future<?> pending = thread.schedule(abort, limit.toNanos(), TimeUnit.NANOSECONDS);
        return () -> pending.cancel(false);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
