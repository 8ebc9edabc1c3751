package dev.ephemint.conformance.record;

import dev.ephemint.conformance.http.JdkMessages;
import dev.ephemint.conformance.http.Message;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Sends requests to one target: follows no redirect, reads at most 1 MiB, waits at most 30 seconds. */
public final class VendorCall {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int MAX_BODY = 1 << 20;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI target;
    private final List<EnvironmentHeader> headers;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(DEADLINE)
            .build();

    /**
     * Calls with these headers.
     *
     * @throws IllegalArgumentException if the target is no base URL, or would carry the key unencrypted over a network
     */
    public VendorCall(URI target, List<EnvironmentHeader> headers) {
        boolean encrypted = "https".equals(target.getScheme());
        boolean local = "http".equals(target.getScheme()) && LOOPBACK.contains(String.valueOf(target.getHost()));
        if (target.getHost() == null || (!encrypted && !local)) {
            throw new IllegalArgumentException("--target: must be an https URL, or http on loopback");
        }
        if (target.getUserInfo() != null || target.getQuery() != null || target.getFragment() != null) {
            throw new IllegalArgumentException("--target: must have no user, query or fragment");
        }
        this.target = target;
        this.headers = List.copyOf(headers);
    }

    /** The host that is called. */
    public String host() {
        return target.getHost();
    }

    /**
     * Sends one request.
     *
     * @param pathAndQuery appended to the target's path
     * @throws IOException says what failed, without a header or body
     */
    Captured post(String pathAndQuery, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + pathAndQuery))
                .timeout(DEADLINE)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(
                each -> request.header(each.header().name(), each.header().value()));
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            byte[] read = in.readNBytes(MAX_BODY + 1);
            if (read.length > MAX_BODY) {
                throw new IOException("the response is longer than " + MAX_BODY + " bytes");
            }
            List<String> secrets =
                    headers.stream().flatMap(each -> each.secrets().stream()).toList();
            return new Captured(
                    Message.request("POST", pathAndQuery, body),
                    JdkMessages.response(response, new String(read, StandardCharsets.UTF_8)),
                    secrets);
        }
    }

    private String base() {
        return target.toString().replaceFirst("/+$", "");
    }

    /** Without headers: they hold the key. */
    @Override
    public String toString() {
        return "VendorCall[" + target.getHost() + "]";
    }
}
