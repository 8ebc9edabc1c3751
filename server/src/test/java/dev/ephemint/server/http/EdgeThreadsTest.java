package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.turn.Turns;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EdgeThreadsTest {

    private final EdgeThreads threads = new EdgeThreads(8);
    private final Resumed connection = new Resumed();

    @BeforeEach
    void start() throws Exception {
        threads.start();
    }

    @AfterEach
    void stop() throws Exception {
        threads.stop();
    }

    @Test
    void aConnectionContinuesInTheThreadOfItsRequest() {
        new Turns(1).execute(Runnable::run, () -> threads.execute(connection));

        assertThat(connection.thread.join()).isSameAs(Thread.currentThread());
    }

    @Test
    void aConnectionWithoutARequestGetsAThread() {
        threads.execute(connection);

        assertThat(connection.thread.join()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void otherWorkGetsAThread() {
        CompletableFuture<Thread> thread = new CompletableFuture<>();

        new Turns(1).execute(Runnable::run, () -> threads.execute(() -> thread.complete(Thread.currentThread())));

        assertThat(thread.join()).isNotSameAs(Thread.currentThread());
    }

    private static final class Resumed extends AbstractConnection implements Runnable {

        private final CompletableFuture<Thread> thread = new CompletableFuture<>();

        Resumed() {
            super(new ByteArrayEndPoint(), Runnable::run);
        }

        @Override
        public void onFillable() {}

        @Override
        public void run() {
            thread.complete(Thread.currentThread());
        }
    }
}
