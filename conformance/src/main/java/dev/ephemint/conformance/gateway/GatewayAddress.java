package dev.ephemint.conformance.gateway;

import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.record.EnvironmentHeader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the gateway under test is, and the headers that each request to it needs.
 *
 * @param base without a slash at its end
 */
public record GatewayAddress(URI base, List<EnvironmentHeader> headers) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public GatewayAddress {
        headers = List.copyOf(headers);
        boolean http = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        if (!http || base.getHost() == null) {
            throw new IllegalArgumentException("--target: must be an http or https URL");
        }
        if (base.getUserInfo() != null || base.getQuery() != null || base.getFragment() != null) {
            throw new IllegalArgumentException("--target: must have no user, query or fragment");
        }
        base = URI.create(base.toString().replaceFirst("/+$", ""));
    }

    /** Whether a credential would go over a network unencrypted. */
    public boolean exposesCredentials() {
        return "http".equals(base.getScheme())
                && !LOOPBACK.contains(base.getHost())
                && headers.stream().anyMatch(header -> !header.secrets().isEmpty());
    }

    URI resolve(Message request) {
        return URI.create(base + request.target());
    }

    /** The request with the gateway's headers; one that the request has itself stays as it is. */
    Message authorized(Message request) {
        return with(request, EnvironmentHeader::header);
    }

    /** The same with the names of the environment's variables instead of their values. */
    Message template(Message request) {
        return with(request, EnvironmentHeader::template);
    }

    List<String> secrets() {
        return headers.stream().flatMap(header -> header.secrets().stream()).toList();
    }

    private Message with(Message request, Function<EnvironmentHeader, Header> part) {
        List<Header> all = new ArrayList<>(request.headers());
        headers.stream()
                .map(part)
                .filter(header -> request.header(header.name()).isEmpty())
                .forEach(all::add);
        return new Message(request.start(), all, request.body());
    }

    /** Without the values of headers. */
    @Override
    public String toString() {
        return "GatewayAddress[" + base + ", " + headers + "]";
    }
}
