package dev.ephemint.client.socket;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Threads for the sockets. In the common pool, blocked senders could use up the threads that unblock them. */
final class Background {

    static final Executor THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "ephemint-socket");
        thread.setDaemon(true);
        return thread;
    });

    private Background() {}
}
