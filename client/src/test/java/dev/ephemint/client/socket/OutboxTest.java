package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final int SIZE = 3;

    private final StubSocket socket = new StubSocket();
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();
    private final Outbox unit = new Outbox(socket, SIZE, failed::complete);
    private final List<String> noted = new ArrayList<>();

    @Test
    void blocksTheSenderWhenFull() throws Exception {
        for (int sent = 0; sent < SIZE; sent++) {
            assertThat(send()).isTrue();
        }
        Thread sender = new Thread(this::sendQuietly);
        sender.start();
        awaitHeldUp(sender);

        assertThat(unit.waiting()).isEqualTo(SIZE);
        assertThat(socket.sends).hasSize(1);
        socket.sends.take().complete(socket);
        sender.join();

        assertThat(unit.waiting()).isEqualTo(SIZE);
        assertThat(noted).hasSize(SIZE + 1);
    }

    @Test
    void sendsOneAfterTheOther() throws Exception {
        send();
        send();

        assertThat(socket.sends).hasSize(1);
        socket.sends.take().complete(socket);
        assertThat(socket.sends).hasSize(1);
        socket.sends.take().complete(socket);

        assertThat(unit.waiting()).isZero();
    }

    @Test
    void sealReleasesBlockedSendersWithoutSending() throws Exception {
        for (int sent = 0; sent < SIZE; sent++) {
            send();
        }
        Thread sender = new Thread(this::sendQuietly);
        sender.start();
        awaitHeldUp(sender);

        unit.abandon();
        sender.join();

        assertThat(noted).hasSize(SIZE);
        assertThat(socket.isAborted).isTrue();
        assertThat(send()).isFalse();
    }

    @Test
    void reportsAFailedSend() throws Exception {
        send();
        send();
        socket.sends.take().completeExceptionally(new IOException("broken pipe"));

        assertThat(failed.get()).hasRootCauseMessage("broken pipe");
        assertThat(unit.waiting()).isZero();
    }

    private boolean send() throws InterruptedException {
        return unit.send("text", () -> noted.add("text"));
    }

    private void sendQuietly() {
        try {
            send();
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void awaitHeldUp(Thread sender) {
        while (sender.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
