package dev.ephemint.client.socket;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Threads of the sockets' own. In the common pool, senders that are held up could take the place of what frees them. */
final class Background {

    static final Executor THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "ephemint-socket");
        thread.setDaemon(true);
        return thread;
    });

    private Background() {}
}
