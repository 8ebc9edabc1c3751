package dev.ephemint.conformance.verdict;

import dev.ephemint.conformance.gateway.NoResponseException;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.profile.RequestHeaders;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A target over HTTP, without a record of exchanges. */
public record TestTarget(URI base, Profile profile, Optional<ScriptedVendor> vendor, Duration deadline)
        implements Target {
    /** Without environment variables. */
    private static final Map<String, String> ENVIRONMENT = Map.of();

    @Override
    public Message call(Message request) {
        Message all = request;
        for (Header header : RequestHeaders.of(profile, vendor.map(ScriptedVendor::uri), ENVIRONMENT::get)) {
            all = request.header(header.name()).isPresent() ? all : all.with(header.name(), header.value());
        }
        try {
            // A new connection for each call: one that the gateway has closed meanwhile would be an error of the kit.
            HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            return message(http.send(httpRequest(all), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new NoResponseException(e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest httpRequest(Message request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + request.target()))
                .timeout(deadline)
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
