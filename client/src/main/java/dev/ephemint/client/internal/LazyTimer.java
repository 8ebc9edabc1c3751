package dev.ephemint.client.internal;

import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A timer for deadlines that are nearly always cancelled. Its thread is woken only for a deadline before all others since it
 * last ran; the JDK's own timer is woken for nearly every one.
 */
final class LazyTimer implements Timer {

    /** The thread is reading the deadlines and may have passed the place of a new one, so each new one wakes it. */
    private static final long READING = 0;

    private final Set<Deadline> pending = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::run, "ephemint-timer");
    private final long origin = System.nanoTime();

    /** When the thread reads the deadlines next. */
    private volatile long next = READING;

    private LazyTimer() {
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    static LazyTimer start() {
        LazyTimer timer = new LazyTimer();
        timer.thread.start();
        return timer;
    }

    @Override
    public CompletableFuture<Void> after(Duration wait) {
        Deadline deadline = new Deadline(now() + nanos(wait));
        pending.add(deadline);
        if (next == READING || deadline.at < next) {
            LockSupport.unpark(thread);
        }
        return deadline;
    }

    /** For tests. */
    Set<CompletableFuture<Void>> pending() {
        return Set.copyOf(pending);
    }

    private void run() {
        while (true) {
            next = READING;
            long earliest = completeThoseDue();
            next = earliest;
            LockSupport.parkNanos(this, earliest - now());
        }
    }

    private long completeThoseDue() {
        long now = now();
        long earliest = Long.MAX_VALUE;
        for (Iterator<Deadline> all = pending.iterator(); all.hasNext(); ) {
            Deadline deadline = all.next();
            if (deadline.at <= now) {
                all.remove();
                deadline.complete(null);
            } else {
                earliest = Math.min(earliest, deadline.at);
            }
        }
        return earliest;
    }

    /** Greater than zero, and far from an overflow. */
    private long now() {
        return System.nanoTime() - origin + 1;
    }

    private static long nanos(Duration wait) {
        Duration longest = Duration.ofDays(365);
        return (wait.compareTo(longest) < 0 ? wait : longest).toNanos();
    }

    private final class Deadline extends CompletableFuture<Void> {

        private final long at;

        Deadline(long at) {
            this.at = at;
        }

        @Override
        public boolean cancel(boolean interrupt) {
            pending.remove(this);
            return completeExceptionally(new Cancelled()) || isCancelled();
        }
    }

    /** Every mint cancels its deadline, and a stack trace takes longer than all the rest of it. */
    private static final class Cancelled extends CancellationException {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
