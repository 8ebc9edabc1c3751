package dev.ephemint.client.internal.socket;

import dev.ephemint.client.internal.Timer;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Pings a silent peer, and reports it as gone if no pong comes. Networks drop connections silently, and the JDK does not
 * report one case: if a peer ends the TCP connection without a close frame while a listener's method is still running, {@code TransportImpl} meets the end without demand, throws, and calls neither {@code onClose} nor
 * {@code onError} (17.0.15 and 25.0.3, 2026-11-21).
 */
public final class Watchdog {

    private final WebSocket socket;
    private final Inbox inbox;
    private final Duration interval;
    private final Timer timer;
    private @Nullable CompletableFuture<Void> wait;
    private boolean isPinged;
    private boolean isOff;
    private volatile boolean hasLasted;

    public Watchdog(WebSocket socket, Inbox inbox, Duration interval, Timer timer) {
        this.socket = socket;
        this.inbox = inbox;
        this.interval = interval;
        this.timer = timer;
    }

    /** Watches until switched off or until the peer is gone. */
    public synchronized void watch(Runnable gone) {
        if (!isOff) {
            wait = timer.after(interval);
            CompletableFuture<?> unused = wait.thenRunAsync(() -> look(gone), Background.THREADS);
        }
    }

    public synchronized void switchOff() {
        isOff = true;
        if (wait != null) {
            wait.cancel(false);
        }
    }

    /** Whether the connection has lasted until the first check. */
    public boolean hasLasted() {
        return hasLasted;
    }

    private void look(Runnable gone) {
        hasLasted = true;
        if (inbox.wasAlive()) {
            isPinged = false;
        } else if (isPinged) {
            gone.run();
            return;
        } else {
            isPinged = true;
            CompletableFuture<?> unused = socket.sendPing(ByteBuffer.allocate(0));
        }
        watch(gone);
    }
}
