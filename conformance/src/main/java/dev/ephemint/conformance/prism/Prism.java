package dev.ephemint.conformance.prism;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prism mocking one OpenAPI document on a port that the system picks. */
public final class Prism implements AutoCloseable {
    private static final Path COMMAND = Path.of("node_modules/@stoplight/prism-cli/dist/index.js");
    private static final Pattern LISTENING = Pattern.compile("Prism is listening on (\\S+)");
    private static final int DEADLINE_SECONDS = 60;

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<URI> uri = new CompletableFuture<>();

    private Prism(Process process) {
        this.process = process;
    }

    /** @param home the directory in which {@code npm ci} was run */
    public static Prism start(Path home, Path document) {
        Prism prism = new Prism(launch(home, document));
        Thread reader = new Thread(prism::readOutput, "prism-output");
        reader.setDaemon(true);
        reader.start();
        try {
            prism.uri.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            return prism;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw prism.failure(e);
        } catch (ExecutionException | TimeoutException e) {
            throw prism.failure(e);
        }
    }

    private static Process launch(Path home, Path document) {
        Path command = home.resolve(COMMAND);
        if (!Files.exists(command)) {
            throw new IllegalStateException("Prism is not installed: run npm ci in " + home.toAbsolutePath());
        }
        try {
            return new ProcessBuilder(
                            "node", command.toString(), "mock", "-h", "127.0.0.1", "-p", "0", document.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Prism needs node on the PATH", e);
        }
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher matcher = LISTENING.matcher(line);
                if (matcher.find()) {
                    uri.complete(URI.create(matcher.group(1)));
                }
            }
        } catch (IOException e) {
            output.add(e.toString());
        }
        uri.completeExceptionally(new IllegalStateException("Prism ended"));
    }

    private IllegalStateException failure(Exception cause) {
        close();
        return new IllegalStateException("Prism did not start:\n" + String.join("\n", output), cause);
    }

    /** Scheme and authority; operations have no server path. */
    public URI uri() {
        return uri.join();
    }

    /** Prism's output so far. */
    public List<String> output() {
        return List.copyOf(output);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
