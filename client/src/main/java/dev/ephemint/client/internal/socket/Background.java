package dev.ephemint.client.internal.socket;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Threads for the sockets. In the common pool, blocked senders could use up the threads that unblock them. */
public final class Background {

    public static final Executor THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "ephemint-socket");
        thread.setDaemon(true);
        return thread;
    });

    private Background() {}
}
