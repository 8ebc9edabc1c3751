package dev.ephemint.server.http;

import dev.ephemint.server.mint.turn.Turns;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The threads of the service. A connection whose response is complete continues in the thread that completed it: it only looks
 * for its next request, which gets a thread of its own, and to wake another thread for that costs more than that.
 */
final class EdgeThreads extends QueuedThreadPool {

    EdgeThreads(int most) {
        super(most);
        setName("http");
    }

    @Override
    public void execute(Runnable job) {
        if (job instanceof Connection && Turns.isRunning()) {
            job.run();
        } else {
            super.execute(job);
        }
    }
}
