package dev.ephemint.client.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs what the JDK's HTTP client does with a response in the thread that reads the socket, which halves the time of a small
 * exchange: nothing of it blocks, and no code of users runs there. What other threads submit may look up a host, and runs in
 * a pool.
 */
final class SelectorFirstExecutor implements Executor {

    /** Of the name that the JDK (17 to 25) gives the thread. With another name all runs in the pool, as without this class. */
    private static final String SELECTOR = "SelectorManager";

    private final ExecutorService pool = Executors.newCachedThreadPool(SelectorFirstExecutor::daemon);

    @Override
    public void execute(Runnable task) {
        if (Thread.currentThread().getName().endsWith(SELECTOR)) {
            task.run();
        } else {
            pool.execute(task);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "ephemint-client");
        thread.setDaemon(true);
        return thread;
    }
}
