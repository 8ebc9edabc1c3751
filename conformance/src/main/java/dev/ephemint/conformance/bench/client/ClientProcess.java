package dev.ephemint.conformance.bench.client;

import dev.ephemint.conformance.bench.gateway.ProcessLog;
import dev.ephemint.conformance.bench.gateway.TargetUnavailableException;
import dev.ephemint.conformance.bench.gateway.Usage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client that has minted once. It ends with this process, because its input ends. */
public final class ClientProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final Writer input;
    private final Duration firstMint;

    private ClientProcess(Process process, BufferedReader output, Duration firstMint) {
        this.process = process;
        this.output = output;
        this.input = process.outputWriter();
        this.firstMint = firstMint;
    }

    static ClientProcess start(List<String> command, Path log) throws TargetUnavailableException {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            long started = System.nanoTime();
            Process process = builder.start();
            BufferedReader output = process.inputReader();
            @Nullable String line = output.readLine();
            Duration firstMint = Duration.ofNanos(System.nanoTime() - started);
            if (!"ready".equals(line)) {
                process.destroyForcibly().waitFor();
                throw new TargetUnavailableException("no token: " + new ProcessLog(log).reason());
            }
            return new ClientProcess(process, output, firstMint);
        } catch (IOException e) {
            throw new TargetUnavailableException("did not start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailableException("interrupted");
        }
    }

    /** From the start of the process to its first token. */
    public Duration firstMint() {
        return firstMint;
    }

    public Optional<Usage> usage() {
        return Usage.of(process.toHandle());
    }

    /** Mints so often, one after the other; returns the median time of a mint. */
    public Duration mint(int count) {
        try {
            input.write(count + "\n");
            input.flush();
            String line = output.readLine();
            if (line == null) {
                throw new IOException("the client ended");
            }
            return Duration.ofNanos(Long.parseLong(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
