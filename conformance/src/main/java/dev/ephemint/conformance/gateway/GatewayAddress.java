package dev.ephemint.conformance.gateway;

import dev.ephemint.conformance.http.BaseUrl;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.record.EnvironmentHeader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where the gateway under test is, and the headers that each request to it needs.
 *
 * @param base without a slash at its end
 */
public record GatewayAddress(URI base, List<EnvironmentHeader> headers) {
    public GatewayAddress {
        headers = List.copyOf(headers);
        base = BaseUrl.of("--target", base);
    }

    /** Whether a credential would go over a network unencrypted. */
    public boolean exposesCredentials() {
        return BaseUrl.isExposed(base)
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
