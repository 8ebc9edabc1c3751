package dev.ephemint.server.upstream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A timer with one thread: an abort only closes a socket. Nearly every call ends before its time, so the thread is woken only
 * for a time before all others since it last read them; the JDK's own timer is woken for nearly every call.
 */
final class ClockTimer implements AbortTimer {

    private static final Logger LOG = LoggerFactory.getLogger(ClockTimer.class);

    /** The thread reads the calls, and may have passed the place of a new one, so each new one wakes it. */
    private static final long READING = 0;

    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final Thread thread = DaemonThreads.named("upstream").newThread(this::run);
    private final long origin = System.nanoTime();

    /** When the thread reads next. */
    private volatile long next = READING;

    private volatile boolean closed;

    private ClockTimer() {}

    static ClockTimer start() {
        ClockTimer timer = new ClockTimer();
        timer.thread.start();
        return timer;
    }

    @Override
    public Pending after(Duration limit, Runnable abort) {
        Call call = new Call(now() + limit.toNanos(), abort);
        calls.add(call);
        if (next == READING || call.end < next) {
            LockSupport.unpark(thread);
        }
        return () -> calls.remove(call);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            next = READING;
            long earliest = abortThoseDue();
            next = earliest;
            LockSupport.parkNanos(this, earliest - now());
        }
    }

    /** Returns when the next of the others is due. */
    private long abortThoseDue() {
        long now = now();
        long earliest = Long.MAX_VALUE;
        List<Call> due = new ArrayList<>();
        for (Call call : calls) {
            if (call.end > now) {
                earliest = Math.min(earliest, call.end);
            } else {
                due.add(call);
            }
        }
        due.stream().filter(calls::remove).forEach(ClockTimer::abort);
        return earliest;
    }

    private static void abort(Call call) {
        try {
            call.abort.run();
        } catch (RuntimeException defect) {
            LOG.atError().setCause(defect).log("a call was not aborted");
        }
    }

    /** Greater than zero, and far from an overflow. */
    private long now() {
        return System.nanoTime() - origin + 1;
    }

    private static final class Call {

        private final long end;
        private final Runnable abort;

        Call(long end, Runnable abort) {
            this.end = end;
            this.abort = abort;
        }
    }
}
