package dev.ephemint.server.mint.turn;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Starts requests in threads of their own, only so many at once. The others are queued until one that has started ends, or
 * waits for the vendor or a store. Otherwise hundreds of threads share the processors, and the few that read connections,
 * reject requests and respond to health checks get next to nothing of them.
 *
 * <p>A request that waits for anything else holds up the queue only until {@link #check} finds that it stalls.
 */
public final class Turns {

    private static final ThreadLocal<@Nullable Turn> CURRENT = new ThreadLocal<>();

    private final int most;
    private final Queue<Turn> queue = new ArrayDeque<>();
    private int taken;
    private boolean stalls;

    /** @param most how many requests have a turn at once */
    public Turns(int most) {
        this.most = most;
    }

    /** Whether this thread runs work that had a turn. */
    public static boolean isRunning() {
        return CURRENT.get() != null;
    }

    /** Ends the turn of this thread, if it has one: from now on it waits. */
    public static void end() {
        Turn turn = CURRENT.get();
        if (turn != null) {
            turn.end();
        }
    }

    /**
     * Runs the work in one of the threads, now or when it is its turn.
     *
     * @return whether it is queued: then {@link #check} must be called from time to time until it returns false
     */
    public boolean execute(Executor threads, Runnable work) {
        Turn next = queued(new Turn(threads, work));
        start(next);
        return next == null;
    }

    /** Starts one more if none has started since the last call. Returns whether any is queued. */
    public boolean check() {
        start(checked());
        return isQueued();
    }

    private synchronized @Nullable Turn queued(Turn turn) {
        queue.add(turn);
        return next(most);
    }

    private synchronized @Nullable Turn checked() {
        Turn next = next(stalls ? Integer.MAX_VALUE : most);
        stalls = next == null;
        return next;
    }

    private synchronized @Nullable Turn givenBack() {
        taken--;
        return next(most);
    }

    private synchronized boolean isQueued() {
        return !queue.isEmpty();
    }

    /** The first of the queue, if there is a turn for it; the caller holds the lock. */
    private @Nullable Turn next(int limit) {
        Turn next = taken < limit ? queue.poll() : null;
        if (next != null) {
            taken++;
            stalls = false;
        }
        return next;
    }

    private static void start(@Nullable Turn turn) {
        if (turn != null) {
            turn.threads.execute(turn);
        }
    }

    private final class Turn implements Runnable {

        private final Executor threads;
        private final Runnable work;
        private boolean ended;

        Turn(Executor threads, Runnable work) {
            this.threads = threads;
            this.work = work;
        }

        @Override
        public void run() {
            CURRENT.set(this);
            try {
                work.run();
            } finally {
                CURRENT.remove();
                end();
            }
        }

        /** Only its own thread calls this. */
        void end() {
            if (!ended) {
                ended = true;
                start(givenBack());
            }
        }
    }
}
