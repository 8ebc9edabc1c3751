package dev.ephemint.client.internal.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
        Thread sender = startSender();

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
        Thread sender = startSender();

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

    /** The sender holds the outbox's monitor until it waits or has sent, so that the test enters only then. */
    private Thread startSender() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Thread sender = new Thread(() -> {
            synchronized (unit) {
                started.countDown();
                sendQuietly();
            }
        });
        sender.start();
        started.await();
        return sender;
    }
}
