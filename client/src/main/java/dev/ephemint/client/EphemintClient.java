package dev.ephemint.client;

import dev.ephemint.client.internal.Blocking;
import dev.ephemint.client.internal.GeneratedOperation;
import dev.ephemint.client.internal.HeaderValue;
import dev.ephemint.client.internal.JsonPreparation;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.FlatTranscriptionSession;
import dev.ephemint.contract.model.FlatTranscriptionSessionRequest;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Mints client secrets. Immutable and thread-safe; there is nothing to close.
 *
 * <pre>{@code
 * EphemintClient client = EphemintClient.builder().baseUrl("http://127.0.0.1:8080").build();
 * ClientSecret secret = client.createClientSecret(Requests.transcription("gpt-live-transcribe"));
 * }</pre>
 *
 * <p>Every call throws {@link EphemintException}, or completes with it. Cancelling a future that a call returned closes
 * its connection.
 */
public final class EphemintClient {

    static final Blocking BLOCKING = new Blocking(EphemintException.class, NoResponseException::new);

    private final Service service;
    private final CallPolicy policy;
    private final @Nullable String safetyIdentifier;

    EphemintClient(Service service, CallPolicy policy, @Nullable String safetyIdentifier) {
        this.service = service;
        this.policy = policy;
        this.safetyIdentifier = safetyIdentifier;
    }

    public static EphemintClientBuilder builder() {
        boolean unused = JsonPreparation.start();
        return new EphemintClientBuilder();
    }

    /** A copy of this client for one end user, identified by a stable hash that OpenAI binds to the session. */
    public EphemintClient withSafetyIdentifier(String hash) {
        return new EphemintClient(service, policy, HeaderValue.of(hash, "safetyIdentifier"));
    }

    /** Mints a client secret and waits for it. */
    public ClientSecret createClientSecret(ClientSecretRequest request) {
        return callHere(nested(request), EphemintClient::isMinted);
    }

    /** Mints a client secret. */
    public CompletableFuture<ClientSecret> createClientSecretAsync(ClientSecretRequest request) {
        return call(nested(request), EphemintClient::isMinted);
    }

    /**
     * Mints a client secret in the flat shape of the removed beta and waits for it.
     *
     * @deprecated as in the contract, since 2026-05-12; use {@link #createClientSecret}
     */
    @Deprecated
    public FlatTranscriptionSession createTranscriptionSession(FlatTranscriptionSessionRequest request) {
        return callHere(flat(request), EphemintClient::isMinted);
    }

    /**
     * Mints a client secret in the flat shape of the removed beta.
     *
     * @deprecated as in the contract, since 2026-05-12; use {@link #createClientSecretAsync}
     */
    @Deprecated
    public CompletableFuture<FlatTranscriptionSession> createTranscriptionSessionAsync(
            FlatTranscriptionSessionRequest request) {
        return call(flat(request), EphemintClient::isMinted);
    }

    private GeneratedOperation<ClientSecret> nested(ClientSecretRequest request) {
        Objects.requireNonNull(request, "request");
        return api -> api.createClientSecretWithHttpInfo(request, safetyIdentifier, null);
    }

    private GeneratedOperation<FlatTranscriptionSession> flat(FlatTranscriptionSessionRequest request) {
        Objects.requireNonNull(request, "request");
        return api -> api.createTranscriptionSessionWithHttpInfo(request, safetyIdentifier, null);
    }

    private static boolean isMinted(ClientSecret secret) {
        return secret.getValue() != null;
    }

    private static boolean isMinted(FlatTranscriptionSession session) {
        return session.getClientSecret() != null && session.getClientSecret().getValue() != null;
    }

    /** A blocking call needs no other thread, and a hand-over takes as long as the rest of a mint. */
    private <T> T callHere(GeneratedOperation<T> operation, Predicate<T> minted) {
        return BlockingAttempts.of(() -> service.callHere(operation, minted), policy);
    }

    private <T> CompletableFuture<T> call(GeneratedOperation<T> operation, Predicate<T> minted) {
        return Attempts.of(() -> service.call(operation, minted), policy);
    }

    @Override
    public String toString() {
        return "EphemintClient[" + service + "]";
    }
}
