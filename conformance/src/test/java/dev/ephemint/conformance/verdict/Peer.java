package dev.ephemint.conformance.verdict;

import dev.ephemint.conformance.vendor.ReservedPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Another project's gateway as a child process, started by {@code src/test/peers/NAME/start.sh}. */
final class Peer implements AutoCloseable {
    private static final int CANNOT_BE_INSTALLED = 77;
    private static final int DEADLINE_MINUTES = 30;
    private static final int LAST_LINES = 40;

    private final Process process;
    private final String started;
    private final Deque<String> output = new ArrayDeque<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final URI uri;

    private Peer(Process process, URI uri, String started) {
        this.process = process;
        this.uri = uri;
        this.started = started;
    }

    /**
     * Ends the test if the gateway cannot be installed on this machine.
     *
     * @param started text of the line by which the gateway says that it listens
     */
    static Peer start(String name, String started, Map<String, String> environment) {
        URI uri;
        try (ReservedPort port = ReservedPort.open()) {
            uri = port.uri();
        }
        ProcessBuilder command = new ProcessBuilder(
                        "sh", "src/test/peers/" + name + "/start.sh", String.valueOf(uri.getPort()))
                .redirectErrorStream(true);
        command.environment().putAll(environment);
        Peer peer = new Peer(launch(command), uri, started);
        Thread reader = new Thread(peer::readOutput, "peer-output");
        reader.setDaemon(true);
        reader.start();
        peer.await(name);
        return peer;
    }

    private static Process launch(ProcessBuilder command) {
        try {
            return command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(String name) {
        try {
            if (ready.get(DEADLINE_MINUTES, TimeUnit.MINUTES)) {
                return;
            }
            String last = Optional.ofNullable(output.peekLast()).orElse("");
            if (process.waitFor() == CANNOT_BE_INSTALLED) {
                String reason = "No verdicts on " + name + ": " + last;
                System.out.println(reason);
                Assumptions.abort(reason);
            }
            throw failure(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(e);
        } catch (ExecutionException | TimeoutException e) {
            throw failure(e);
        }
    }

    private IllegalStateException failure(@Nullable Exception cause) {
        close();
        return new IllegalStateException("the gateway did not start:\n" + String.join("\n", output), cause);
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                if (line.contains(started)) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            keep(e.toString());
        }
        ready.complete(false);
    }

    private synchronized void keep(String line) {
        output.addLast(line);
        if (output.size() > LAST_LINES) {
            output.removeFirst();
        }
    }

    URI uri() {
        return uri;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
