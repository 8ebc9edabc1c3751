package dev.ephemint.client.socket;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Sends one text after the other and lets only so many wait: who sends faster than the network takes is held up. */
final class Outbox {

    private final WebSocket socket;
    private final int size;
    private final Consumer<Throwable> failed;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private int waiting;
    private boolean isSealed;

    Outbox(WebSocket socket, int size, Consumer<Throwable> failed) {
        this.socket = socket;
        this.size = size;
        this.failed = failed;
    }

    /** Waits for a place and no longer. False, and without {@code noted}, once nobody may send any more. */
    boolean send(String text, Runnable noted) throws InterruptedException {
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

    /** For what has to leave and is little: without waiting for a place, and after the seal too. */
    CompletableFuture<?> sendAnyway(String text) {
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

    synchronized int waiting() {
        return waiting;
    }

    /** Lets everybody go who waits for a place. */
    synchronized void seal() {
        isSealed = true;
        notifyAll();
    }

    /** Says after all so far that nothing more will come. */
    void close() {
        seal();
        synchronized (this) {
            last = last.thenCompose(before -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
        }
    }

    void abandon() {
        seal();
        socket.abort();
    }
}
