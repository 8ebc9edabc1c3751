package dev.ephemint.client.internal.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private final BlockingQueue<CompletableFuture<Void>> looks = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final StubSocket socket = new StubSocket();
    private final Inbox inbox = new Inbox(new NoReceiver());
    private final Watchdog unit = new Watchdog(socket, inbox, Duration.ofSeconds(15), wait -> {
        CompletableFuture<Void> look = new CompletableFuture<>();
        looks.add(look);
        return look;
    });

    @Test
    void pingsOnceThenReportsThePeerGone() throws Exception {
        unit.watch(() -> gone.complete(null));
        look();
        look();
        assertThat(looks.take()).isNotDone().satisfies(look -> look.complete(null));

        gone.get();
        assertThat(socket.pings).hasValue(1);
        assertThat(looks).isEmpty();
    }

    @Test
    void pongKeepsTheConnection() throws Exception {
        unit.watch(() -> gone.complete(null));
        look();
        for (int silence = 0; silence < 5; silence++) {
            look();
            CompletableFuture<Void> next = looks.take();
            inbox.onPong(socket, ByteBuffer.allocate(0));
            next.complete(null);
        }

        assertThat(looks.take()).isNotDone();
        assertThat(gone).isNotDone();
    }

    @Test
    void doesNotInterruptAListenerThatIsBusy() throws Exception {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        CompletableFuture<Void> started = new CompletableFuture<>();
        Inbox busy = new Inbox(new NoReceiver() {
            @Override
            public void received(String text) {
                started.complete(null);
                slow.join();
            }
        });
        CompletableFuture<Void> handling = CompletableFuture.runAsync(() -> busy.onText(socket, "event", true));
        started.get();

        assertThat(busy.wasAlive()).isTrue();
        assertThat(busy.wasAlive()).isTrue();
        slow.complete(null);
        handling.get();
        assertThat(busy.wasAlive()).isFalse();
    }

    @Test
    void checksNoMoreOnceSwitchedOff() {
        unit.watch(() -> gone.complete(null));
        unit.switchOff();
        unit.watch(() -> gone.complete(null));

        assertThat(looks).hasSize(1).allMatch(CompletableFuture::isCancelled);
    }

    private void look() throws InterruptedException {
        looks.take().complete(null);
    }

    private static class NoReceiver implements Inbox.Receiver {
        @Override
        public void opened(java.net.http.WebSocket socket) {}

        @Override
        public void received(String text) {}

        @Override
        public void ended(int code, String reason) {}
    }
}
