package dev.ephemint.client;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** Sends one text after the other, and lets only so many wait: who sends faster than the network takes is held up. */
final class Outbox {

    private static final int EVERYBODY = 1 << 20;

    private final WebSocket socket;
    private final Semaphore places;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    Outbox(WebSocket socket, int size) {
        this.socket = socket;
        this.places = new Semaphore(size, true);
    }

    /** Waits for a place and no longer. The future ends once the text has left, or cannot leave. */
    CompletableFuture<?> send(String text) throws InterruptedException {
        places.acquire();
        return enqueue(text);
    }

    private synchronized CompletableFuture<?> enqueue(String text) {
        last = last.thenCompose(before -> socket.sendText(text, true));
        CompletableFuture<?> unused = last.whenComplete((sent, failure) -> places.release());
        return last;
    }

    /** Sends after all so far that nothing more will come. */
    synchronized CompletableFuture<?> close() {
        last = last.thenCompose(before -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
        return last;
    }

    /** Lets everybody go who waits for a place on a connection that is no more. */
    void abandon() {
        socket.abort();
        places.release(EVERYBODY);
    }
}
