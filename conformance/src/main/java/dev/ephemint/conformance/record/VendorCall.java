package dev.ephemint.conformance.record;

import dev.ephemint.conformance.http.BaseUrl;
import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.NoResponseException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Sends requests to one target: follows no redirect, reads at most 1 MiB, waits at most 30 seconds for all of a response. */
public final class VendorCall {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int MAX_BODY = 1 << 20;

    private final URI target;
    private final List<EnvironmentHeader> headers;
    private final HttpCaller http;

    /**
     * Calls with these headers.
     *
     * @throws IllegalArgumentException if the target is no base URL, or would carry the key unencrypted over a network
     */
    public VendorCall(URI target, List<EnvironmentHeader> headers) {
        this(target, headers, new HttpCaller(DEADLINE, MAX_BODY));
    }

    VendorCall(URI target, List<EnvironmentHeader> headers, HttpCaller http) {
        this.target = BaseUrl.of("--target", target);
        if (BaseUrl.isExposed(target)) {
            throw new IllegalArgumentException("--target: must be an https URL, or http on loopback");
        }
        this.headers = List.copyOf(headers);
        this.http = http;
    }

    /** The host that is called. */
    public String host() {
        return target.getHost();
    }

    /**
     * Sends one request.
     *
     * @param pathAndQuery appended to the target's path
     * @throws NoResponseException if no complete response came
     */
    Captured post(String pathAndQuery, String body) {
        Message request = Message.request("POST", pathAndQuery, body);
        Message sent = request.with("content-type", "application/json");
        for (EnvironmentHeader each : headers) {
            sent = sent.with(each.header().name(), each.header().value());
        }
        Message response = http.call(URI.create(target + pathAndQuery), sent);
        List<String> secrets =
                headers.stream().flatMap(each -> each.secrets().stream()).toList();
        return new Captured(request, response, secrets);
    }

    /** Without headers: they hold the key. */
    @Override
    public String toString() {
        return "VendorCall[" + target.getHost() + "]";
    }
}
