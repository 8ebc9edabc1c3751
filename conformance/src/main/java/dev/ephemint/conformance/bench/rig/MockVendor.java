package dev.ephemint.conformance.bench.rig;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A vendor in a process of its own, which mints at once or after a delay. It ends with this process. */
public final class MockVendor implements Vendor, AutoCloseable {
    private static final int MOST_PAUSES = 20;
    /** Longer than a mint and the pause of a pool. */
    private static final long PAUSE_NANOS = 1_200_000_000;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Process process;
    private final URI uri;
    private final URI control;
    private final HttpClient client = HttpClient.newHttpClient();

    private MockVendor(Process process, URI uri, URI control) {
        this.process = process;
        this.uri = uri;
        this.control = control;
    }

    static MockVendor start(List<String> command, Path log) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            String line = process.inputReader().readLine();
            if (line == null) {
                throw new RigException("the mock vendor did not start; see " + log);
            }
            JsonNode addresses = ExactJson.parse(line);
            return new MockVendor(
                    process,
                    URI.create(addresses.path("mints").asText()),
                    URI.create(addresses.path("control").asText()));
        } catch (IOException e) {
            throw new RigException("the mock vendor did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public URI uri() {
        return uri;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void delay(Duration delay) {
        ask("/delay?ms=" + delay.toMillis());
    }

    /** Whether the last request is kept; off while measuring. */
    public void record(boolean on) {
        ask("/record?on=" + on);
    }

    /** The last request that was recorded: {@code path}, {@code request} and {@code response}. */
    public JsonNode last() {
        return ExactJson.parse(ask("/last"));
    }

    @Override
    public long arrived() {
        return Long.parseLong(ask("/arrived"));
    }

    @Override
    public void awaitQuiet() {
        long last = -1;
        long arrived = arrived();
        for (int i = 0; i < MOST_PAUSES && arrived != last; i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            last = arrived;
            arrived = arrived();
        }
    }

    private String ask(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(control.resolve(path))
                    .timeout(TIMEOUT)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new RigException("the mock vendor does not respond: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigException("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
