package dev.ephemint.conformance.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends a message unchanged over HTTP/1.1, follows no redirect, and returns the whole response. */
public final class MessageSender {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param base scheme and authority; the message's target is appended */
    public Message call(URI base, Message request) {
        try {
            return JdkMessages.response(http.send(httpRequest(base, request), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest httpRequest(URI base, Message request) {
        return JdkMessages.request(base.resolve(request.target()), request)
                .timeout(DEADLINE)
                .build();
    }
}
