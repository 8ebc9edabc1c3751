package dev.ephemint.client.internal.socket;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Sends texts in order through a bounded queue: a sender that is faster than the network blocks. */
public final class Outbox {

    private final WebSocket socket;
    private final int size;
    private final Consumer<Throwable> failed;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private int waiting;
    private boolean isSealed;

    public Outbox(WebSocket socket, int size, Consumer<Throwable> failed) {
        this.socket = socket;
        this.size = size;
        this.failed = failed;
    }

    /** Waits for a free place. Returns false, without running {@code noted}, once the outbox is sealed. */
    public boolean send(String text, Runnable noted) throws InterruptedException {
        CompletableFuture<?> sent;
        synchronized (this) {
            while (waiting >= size && !isSealed) {
                wait();
            }
            if (isSealed) {
                return false;
            }
            noted.run();
            sent = enqueue(text);
        }
        watch(sent);
        return true;
    }

    /** Sends a small text that must be sent: without waiting for a place, and even after the seal. */
    public CompletableFuture<?> sendAnyway(String text) {
        CompletableFuture<?> sent = enqueue(text);
        watch(sent);
        return sent;
    }

    private synchronized CompletableFuture<?> enqueue(String text) {
        waiting++;
        last = last.thenCompose(before -> socket.sendText(text, true)).whenComplete((sent, failure) -> left());
        return last;
    }

    private synchronized void left() {
        waiting--;
        notifyAll();
    }

    private void watch(CompletableFuture<?> sent) {
        CompletableFuture<?> unused = sent.exceptionally(failure -> {
            failed.accept(failure);
            return null;
        });
    }

    public synchronized int waiting() {
        return waiting;
    }

    /** Accepts no more texts, and releases waiting senders. */
    public synchronized void seal() {
        isSealed = true;
        notifyAll();
    }

    /** Sends a close frame after everything queued so far. */
    public void close() {
        seal();
        synchronized (this) {
            last = last.thenCompose(before -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
        }
    }

    public void abandon() {
        seal();
        socket.abort();
    }
}
