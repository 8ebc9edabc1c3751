package dev.ephemint.client;

import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ClientSecretRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client secret that still opens connections: the one at hand, or a new one shortly before that expires. Safe for use by
 * many threads: whoever asks while a mint is under way waits for that one. A failed mint fails who waited for it; the next
 * call mints again.
 *
 * <p>Expiry is judged by the vendor's clock as the mint told it, so the clock of this machine may be wrong, as long as it
 * runs.
 */
public final class TokenSource {

    private final Supplier<CompletableFuture<ClientSecret>> mint;
    private final Clock clock;

    /** The mint that came last, under way or over. */
    private final AtomicReference<@Nullable CompletableFuture<CachedToken>> last = new AtomicReference<>();

    private TokenSource(Supplier<CompletableFuture<ClientSecret>> mint, Clock clock) {
        this.mint = mint;
        this.clock = clock;
    }

    /** Mints by the client, always with this request. */
    public static TokenSource of(EphemintClient client, ClientSecretRequest request) {
        return of(() -> client.createClientSecretAsync(request), Clock.systemUTC());
    }

    /** Mints by other means, as by a backend of one's own. */
    public static TokenSource of(Supplier<CompletableFuture<ClientSecret>> mint, Clock clock) {
        return new TokenSource(mint, clock);
    }

    /** A valid client secret, waited for. */
    public ClientSecret get() {
        return EphemintClient.BLOCKING.await(getAsync());
    }

    /** A valid client secret. Cancelling the future ends nobody else's wait. */
    public CompletableFuture<ClientSecret> getAsync() {
        while (true) {
            CompletableFuture<CachedToken> cached = last.get();
            if (cached != null && isUsable(cached)) {
                return cached.thenApply(CachedToken::secret);
            }
            CompletableFuture<CachedToken> next = new CompletableFuture<>();
            if (last.compareAndSet(cached, next)) {
                begin(next);
                return next.thenApply(CachedToken::secret);
            }
        }
    }

    /** Never hands out this client secret again, because a vendor refused it. Of no effect on a newer one. */
    public void invalidate(ClientSecret refused) {
        CompletableFuture<CachedToken> cached = last.get();
        if (cached != null && isMinted(cached) && cached.join().secret().equals(refused)) {
            last.compareAndSet(cached, null);
        }
    }

    private boolean isUsable(CompletableFuture<CachedToken> cached) {
        return !cached.isDone() || (isMinted(cached) && cached.join().isGood(clock));
    }

    private static boolean isMinted(CompletableFuture<CachedToken> cached) {
        return cached.isDone() && !cached.isCompletedExceptionally();
    }

    private void begin(CompletableFuture<CachedToken> next) {
        try {
            Instant asked = clock.instant();
            CompletableFuture<Void> unused = mint.get()
                    .thenApply(secret -> CachedToken.of(secret, asked))
                    .handle((cached, failure) -> {
                        complete(next, cached, failure);
                        return null;
                    });
        } catch (RuntimeException neverAsked) {
            next.completeExceptionally(neverAsked);
        }
    }

    private static void complete(
            CompletableFuture<CachedToken> next, @Nullable CachedToken cached, @Nullable Throwable failure) {
        if (failure == null) {
            next.complete(cached);
        } else {
            next.completeExceptionally(
                    failure instanceof CompletionException && failure.getCause() != null
                            ? failure.getCause()
                            : failure);
        }
    }

    @Override
    public String toString() {
        return "TokenSource";
    }
}
