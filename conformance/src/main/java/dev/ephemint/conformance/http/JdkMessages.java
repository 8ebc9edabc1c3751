package dev.ephemint.conformance.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Messages as the JDK's HTTP client has them. */
public final class JdkMessages {
    private JdkMessages() {}

    /** The request as it is, to this address. */
    public static HttpRequest.Builder request(URI address, Message request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                .method(
                        request.method(),
                        request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach(header -> builder.header(header.name(), header.value()));
        return builder;
    }

    /** The whole response. */
    public static Message response(HttpResponse<String> response) {
        return response(response, response.body());
    }

    /** The response with this body, which was read from it. */
    public static Message response(HttpResponse<?> response, String body) {
        List<Header> headers = new ArrayList<>();
        response.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        return new Message(Integer.toString(response.statusCode()), headers, body);
    }
}
