package dev.ephemint.conformance.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends a message unchanged over HTTP/1.1, follows no redirect, and returns the whole response. */
public final class MessageSender {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param base scheme and authority; the message's target is appended */
    public Message call(URI base, Message request) {
        try {
            return message(http.send(httpRequest(base, request), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest httpRequest(URI base, Message request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(request.target()))
                .timeout(DEADLINE)
                .method(
                        request.method(),
                        request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach(header -> builder.header(header.name(), header.value()));
        return builder.build();
    }

    private static Message message(HttpResponse<String> response) {
        List<Header> headers = new ArrayList<>();
        response.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        return new Message(Integer.toString(response.statusCode()), headers, response.body());
    }
}
