package dev.ephemint.client;

import dev.ephemint.client.internal.CachedToken;
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
 * Keeps one valid client secret: returns the cached one, or mints another shortly before it expires. Thread-safe: calls
 * during a mint share its result. A failed mint fails the calls that wait for it; the next call mints again.
 *
 * <p>Expiry is judged by the vendor's clock, as the mint reports it, so this machine's clock may be wrong.
 *
 * <pre>{@code
 * TokenSource tokens = TokenSource.of(client, Requests.transcription("gpt-live-transcribe"));
 * String value = tokens.get().getValue();
 * }</pre>
 */
public final class TokenSource {

    private final Supplier<CompletableFuture<ClientSecret>> mint;
    private final Clock clock;

    /** The latest mint, running or completed. */
    private final AtomicReference<@Nullable CompletableFuture<CachedToken>> last = new AtomicReference<>();

    private TokenSource(Supplier<CompletableFuture<ClientSecret>> mint, Clock clock) {
        this.mint = mint;
        this.clock = clock;
    }

    /** Mints with the client, always with this request. */
    public static TokenSource of(EphemintClient client, ClientSecretRequest request) {
        return of(() -> client.createClientSecretAsync(request), Clock.systemUTC());
    }

    /** Mints with your own function, such as a call to your backend. */
    public static TokenSource of(Supplier<CompletableFuture<ClientSecret>> mint, Clock clock) {
        return new TokenSource(mint, clock);
    }

    /** Returns a valid client secret, and waits for it if it has to be minted. */
    public ClientSecret get() {
        return EphemintClient.BLOCKING.await(getAsync());
    }

    /** Returns a valid client secret. Cancelling the future does not affect other callers. */
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

    /** Drops this client secret from the cache, because a vendor rejected it. A newer one stays. */
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
