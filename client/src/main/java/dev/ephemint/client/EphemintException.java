package dev.ephemint.client;

import org.jspecify.annotations.Nullable;

/**
 * The root of all failures: no client secret was minted, a socket was refused or broke, or audio was not transcribed.
 * Neither message nor cause holds a secret or a response body.
 *
 * <pre>{@code
 * try {
 *     client.createClientSecret(Requests.transcription("gpt-live-transcribe"));
 * } catch (RateLimitedException limited) {
 *     schedule(limited.retryAfter().orElse(Duration.ofSeconds(5)));
 * } catch (ResponseException failed) {
 *     log(failed.status(), failed.code(), failed.requestId());
 * }
 * }</pre>
 */
public abstract class EphemintException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected EphemintException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
