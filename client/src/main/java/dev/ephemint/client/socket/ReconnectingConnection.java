package dev.ephemint.client.socket;

import dev.ephemint.client.EphemintException;
import dev.ephemint.client.NoResponseException;
import dev.ephemint.client.RateLimitedException;
import dev.ephemint.client.ServiceException;
import dev.ephemint.client.TokenSource;
import dev.ephemint.client.UnreachableException;
import dev.ephemint.client.UpstreamException;
import dev.ephemint.client.internal.Futures;
import dev.ephemint.contract.model.ClientSecret;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one socket, one after the other. One that breaks is followed by one with a new client secret, after
 * 0.5, 1, 2, 4 and then every 8 seconds; one that is refused is not, nor is a mint that the service refused.
 */
final class ReconnectingConnection {

    private final TokenSource tokens;
    private final SocketSettings settings;
    private final ListenerDispatcher dispatcher;
    private CompletableFuture<SocketConnection> current = new CompletableFuture<>();
    private boolean isOver;
    private int attempts;

    ReconnectingConnection(TokenSource tokens, SocketSettings settings, ListenerDispatcher dispatcher) {
        this.tokens = tokens;
        this.settings = settings;
        this.dispatcher = dispatcher;
    }

    /** The connection as it is, is going to be, or as why there is none any more. */
    synchronized CompletableFuture<SocketConnection> current() {
        return current;
    }

    CompletableFuture<SocketConnection> first() {
        CompletableFuture<SocketConnection> first = current();
        begin(first, why -> end(first, why));
        return first;
    }

    /**
     * The connection that was there at the end, or why there was none.
     *
     * @param why null unless the connections ended without being asked to
     */
    record Last(
            @Nullable SocketConnection connection, @Nullable RuntimeException why) {}

    /** Ends the search for a connection. What has been opened stays, and is the caller's to close. */
    synchronized Last stop() {
        CompletableFuture<SocketConnection> last = current;
        isOver = true;
        IllegalStateException closed = new IllegalStateException("The socket is closed");
        current = CompletableFuture.failedFuture(closed);
        return last.completeExceptionally(closed)
                ? new Last(null, null)
                : last.handle((connection, why) -> new Last(connection, why == null ? null : Futures.unwrap(why)))
                        .join();
    }

    /** Called by everyone who notices, and of effect once. */
    void lost(SocketConnection connection, EphemintException why) {
        CompletableFuture<SocketConnection> next = new CompletableFuture<>();
        synchronized (this) {
            if (isOver || !current.isDone() || current.isCompletedExceptionally() || current.join() != connection) {
                return;
            }
            current = next;
            attempts = connection.isProven() ? 0 : attempts;
        }
        tokens.invalidate(connection.secret);
        dispatcher.lost(connection.turns.lost());
        again(next, why);
    }

    private void begin(CompletableFuture<SocketConnection> next, Consumer<RuntimeException> failed) {
        CompletableFuture<?> unused = connect(true).whenComplete((connection, failure) -> {
            if (failure != null) {
                failed.accept(Futures.unwrap(failure));
            } else if (next.complete(connection)) {
                CompletableFuture<?> unusedWatch = connection.ended.thenAccept(why -> lost(connection, why));
            } else {
                connection.leave();
            }
        });
    }

    /** A token that was at hand may have expired meanwhile; a new one gets one try. */
    private CompletableFuture<SocketConnection> connect(boolean mayBeStale) {
        return tokens.getAsync().thenCompose(secret -> open(secret).exceptionallyCompose(failure -> {
            tokens.invalidate(secret);
            return mayBeStale && isOfTheToken(Futures.unwrap(failure))
                    ? connect(false)
                    : CompletableFuture.failedFuture(failure);
        }));
    }

    private CompletableFuture<SocketConnection> open(ClientSecret secret) {
        return SocketConnection.open(secret, settings, dispatcher).opened;
    }

    /** 401 is Azure's word for it, close 3000 OpenAI's (recorded, 2026). */
    private static boolean isOfTheToken(RuntimeException why) {
        return why instanceof SocketRefusedException refused && (refused.status() == 401 || refused.status() == 3000);
    }

    private void again(CompletableFuture<SocketConnection> next, RuntimeException why) {
        int attempt;
        synchronized (this) {
            attempt = ++attempts;
        }
        if (attempt > settings.reconnects() || !isPassing(why)) {
            EphemintException reason = reason(why);
            if (end(next, reason)) {
                dispatcher.closed(reason);
            }
            return;
        }
        dispatcher.reconnecting((EphemintException) why);
        CompletableFuture<Void> wait = settings.timer().after(settings.waitBefore(attempt));
        CompletableFuture<?> unusedStop = next.whenComplete((connection, over) -> wait.cancel(false));
        CompletableFuture<?> unused =
                wait.thenRunAsync(() -> begin(next, failure -> again(next, failure)), Background.THREADS);
    }

    /** What a token source of one's own failed with, or a session that this client cannot serve. */
    private static EphemintException reason(RuntimeException why) {
        return why instanceof EphemintException known
                ? known
                : new SocketBrokenException("No further connection: " + why.getMessage(), why);
    }

    private static boolean isPassing(RuntimeException why) {
        return why instanceof SocketBrokenException
                || why instanceof UnreachableException
                || why instanceof NoResponseException
                || why instanceof RateLimitedException
                || why instanceof UpstreamException
                || why instanceof ServiceException;
    }

    /** Whether it was not over before. */
    private synchronized boolean end(CompletableFuture<SocketConnection> next, RuntimeException why) {
        boolean isNews = !isOver;
        isOver = true;
        next.completeExceptionally(why);
        return isNews;
    }
}
