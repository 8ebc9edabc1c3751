package dev.ephemint.conformance.http;

import java.net.URI;
import java.time.Duration;

/** Sends messages to a base URL and waits at most 30 seconds for the whole response. */
public final class MessageSender {
    private final HttpCaller http = new HttpCaller(Duration.ofSeconds(30));

    /**
     * @param base scheme and authority; the message's target is appended
     * @throws NoResponseException if no complete response came
     */
    public Message call(URI base, Message request) {
        return http.call(base.resolve(request.target()), request);
    }
}
