package dev.ephemint.server.pool;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the refill of one pool: every second, and at once if a token was taken. A test runs it itself. */
interface RefillRunner extends AutoCloseable {

    /** Begins with the first refill. */
    void every(Runnable refill);

    /** Asks for a refill now. */
    void wake();

    @Override
    void close();

    /** With a thread of its own, so that a slow mint delays no other pool. */
    static RefillRunner thread(String pool) {
        return new OneThread(pool);
    }

    /** One thread; a wake that has not begun yet stands for every later one. */
    final class OneThread implements RefillRunner {

        private static final long INTERVAL_MILLIS = 1_000;

        private final ScheduledThreadPoolExecutor thread;
        private final AtomicBoolean woken = new AtomicBoolean();
        private volatile Runnable refill = () -> {};

        OneThread(String pool) {
            thread = new ScheduledThreadPoolExecutor(1, work -> {
                Thread one = new Thread(work, "pool-" + pool);
                one.setDaemon(true);
                return one;
            });
        }

        @Override
        public void every(Runnable work) {
            refill = work;
            Future<?> unused = thread.scheduleWithFixedDelay(work, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        }

        @Override
        public void wake() {
            if (!woken.compareAndSet(false, true)) {
                return;
            }
            try {
                thread.execute(() -> {
                    woken.set(false);
                    refill.run();
                });
            } catch (RejectedExecutionException closed) {
                // The service stops: there is nothing to refill any more.
            }
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }
}
