package dev.ephemint.client.socket;

import dev.ephemint.client.EphemintException;
import dev.ephemint.client.NoResponseException;
import dev.ephemint.client.RateLimitedException;
import dev.ephemint.client.ServiceException;
import dev.ephemint.client.TokenSource;
import dev.ephemint.client.UnreachableException;
import dev.ephemint.client.UpstreamException;
import dev.ephemint.client.internal.Futures;
import dev.ephemint.client.internal.socket.Background;
import dev.ephemint.contract.model.ClientSecret;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one socket, one after the other. A broken connection is replaced by one with a new client secret, after
 * 0.5, 1, 2, 4 and then every 8 seconds; a rejected connection or mint is not retried.
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

    /** The current connection, the one being opened, or the failure that ended them. */
    synchronized CompletableFuture<SocketConnection> current() {
        return current;
    }

    CompletableFuture<SocketConnection> first() {
        CompletableFuture<SocketConnection> first = current();
        begin(first, why -> end(first, why));
        return first;
    }

    /**
     * The last connection, or why there is none.
     *
     * @param why null unless the connections ended by themselves
     */
    record Last(
            @Nullable SocketConnection connection, @Nullable RuntimeException why) {}

    /** Stops reconnecting. The caller closes the connection that is open. */
    synchronized Last stop() {
        CompletableFuture<SocketConnection> last = current;
        isOver = true;
        IllegalStateException closed = new IllegalStateException("the socket is closed");
        current = CompletableFuture.failedFuture(closed);
        return last.completeExceptionally(closed)
                ? new Last(null, null)
                : last.handle((connection, why) -> new Last(connection, why == null ? null : Futures.unwrap(why)))
                        .join();
    }

    /** Replaces a connection; further calls for it have no effect. */
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

    /** A cached token may have expired meanwhile, so a new one is tried once. */
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

    /** Azure responds with 401, OpenAI closes with 3000 (recorded, 2026). */
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

    /** Wraps the failure of a user's token source, or of a session that this client does not support. */
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

    /** Returns whether this call ended the connections. */
    private synchronized boolean end(CompletableFuture<SocketConnection> next, RuntimeException why) {
        boolean isNews = !isOver;
        isOver = true;
        next.completeExceptionally(why);
        return isNews;
    }
}
