package dev.ephemint.conformance.gateway;

import dev.ephemint.conformance.http.JdkMessages;
import dev.ephemint.conformance.http.Message;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends a request as it is over HTTP/1.1: one deadline for all of it, a limit on the body, no redirect followed, a new connection
 * each time. The failure of one that the gateway has closed meanwhile would be the kit's own.
 */
public final class HttpCaller {
    private final Duration deadline;

    /** @param deadline for each call, from the connection to the last byte */
    public HttpCaller(Duration deadline) {
        this.deadline = deadline;
    }

    /** @throws NoResponseException if no complete response came before the deadline */
    public Message call(URI address, Message request) {
        HttpClient connection =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        CompletableFuture<HttpResponse<String>> pending =
                connection.sendAsync(JdkMessages.request(address, request).build(), head -> new BoundedBody());
        try {
            return JdkMessages.response(pending.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new NoResponseException(reason(Objects.requireNonNullElse(e.getCause(), e)), e);
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new NoResponseException("no complete response within " + deadline.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return message == null ? name : name + ": " + message;
    }
}
