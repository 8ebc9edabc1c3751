package dev.ephemint.client;

import dev.ephemint.contract.model.ServerEvent;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one socket, one after the other. A connection that breaks is followed by one with a new client secret,
 * after 0.5, 1 and 2 seconds; one that is refused is not, nor is a mint that the service refused.
 */
final class Connections {

    private final TokenSource tokens;
    private final SocketSettings settings;
    private final Announcer announcer;
    private CompletableFuture<Link> current = new CompletableFuture<>();
    private boolean isOver;
    private int attempts;

    Connections(TokenSource tokens, SocketSettings settings, Announcer announcer) {
        this.tokens = tokens;
        this.settings = settings;
        this.announcer = announcer;
    }

    /** The connection as it is, is going to be, or as why there is none any more. */
    synchronized CompletableFuture<Link> current() {
        return current;
    }

    CompletableFuture<Link> first() {
        CompletableFuture<Link> first = current();
        begin(first, why -> end(first, why));
        return first;
    }

    /** Ends the search for a connection. What has been opened stays, and is the caller's to close. */
    synchronized @Nullable Link stop() {
        CompletableFuture<Link> last = current;
        isOver = true;
        IllegalStateException closed = new IllegalStateException("The socket is closed");
        current = CompletableFuture.failedFuture(closed);
        return last.completeExceptionally(closed) || last.isCompletedExceptionally() ? null : last.join();
    }

    private void begin(CompletableFuture<Link> next, Consumer<RuntimeException> failed) {
        Consumer<ServerEvent> events = announcer::event;
        CompletableFuture<?> unused = tokens.getAsync()
                .thenCompose(
                        secret -> Link.open(secret, settings, events).opened.whenComplete((open, failure) -> {
                            if (failure != null) {
                                tokens.invalidate(secret);
                            }
                        }))
                .whenComplete((link, failure) -> {
                    if (failure != null) {
                        failed.accept(Failure.of(failure));
                    } else if (next.complete(link)) {
                        CompletableFuture<?> unusedWatch = link.ended.thenAccept(why -> lost(link, why));
                    } else {
                        link.abort();
                    }
                });
    }

    /** Called by everyone who notices, and of effect once. */
    void lost(Link link, EphemintException why) {
        CompletableFuture<Link> next = new CompletableFuture<>();
        synchronized (this) {
            if (isOver || !current.isDone() || current.isCompletedExceptionally() || current.join() != link) {
                return;
            }
            current = next;
            attempts = link.isProven() ? 0 : attempts;
        }
        tokens.invalidate(link.secret);
        again(next, why);
    }

    private void again(CompletableFuture<Link> next, RuntimeException why) {
        int attempt;
        synchronized (this) {
            attempt = ++attempts;
        }
        if (attempt > settings.reconnects() || !isPassing(why)) {
            end(next, why);
            announcer.closed(why instanceof EphemintException known ? known : null);
            return;
        }
        announcer.reconnecting((EphemintException) why);
        CompletableFuture<?> unused = settings.timer()
                .after(settings.waitBefore(attempt))
                .thenRunAsync(() -> begin(next, failure -> again(next, failure)));
    }

    private static boolean isPassing(RuntimeException why) {
        return why instanceof SocketBrokenException
                || why instanceof UnreachableException
                || why instanceof NoAnswerException;
    }

    private synchronized void end(CompletableFuture<Link> next, RuntimeException why) {
        isOver = true;
        next.completeExceptionally(why);
    }
}
