package dev.ephemint.conformance.bench.gateway;

import dev.ephemint.conformance.bench.rig.Mint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A gateway as a child process whose output goes to a file. It is ended with this process at the latest. */
final class ServiceProcess {
    private static final int CANNOT_BE_INSTALLED = 77;
    private static final int STOP_SECONDS = 10;
    private static final int LAST_LINES = 5;
    private static final String VERSION = "version: ";

    private final Process process;
    private final long started = System.nanoTime();
    private final ProcessLog log;
    private final Thread hook = new Thread(this::kill, "stop-" + hashCode());

    private ServiceProcess(Process process, ProcessLog log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** With this environment beside that of this process, except for settings of Ephemint, keys, and options of the JVM. */
    static ServiceProcess start(List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(log.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("EPHEMINT_")
                        || name.startsWith("OPENAI_")
                        || name.startsWith("AZURE_")
                        || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ServiceProcess(builder.start(), new ProcessLog(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits for the first token; returns the time since the start of the process. */
    Duration firstMint(Mint mint, Duration limit) throws TargetUnavailableException {
        FirstMint first = new FirstMint(mint);
        while (process.isAlive()) {
            if (first.succeeds()) {
                return Duration.ofNanos(System.nanoTime() - started);
            }
            if (System.nanoTime() - started > limit.toNanos()) {
                break;
            }
        }
        boolean ended = !process.isAlive();
        stop();
        String last = log.last(LAST_LINES);
        if (ended && process.exitValue() == CANNOT_BE_INSTALLED) {
            throw new TargetUnavailableException(last.lines().reduce("", (a, b) -> b));
        }
        throw new TargetUnavailableException(
                (ended ? "ended with status " + process.exitValue() : "no token within " + limit) + ": " + last);
    }

    /** What the process printed as its version; empty if it did not. */
    String version() {
        return log.lines().stream()
                .filter(line -> line.startsWith(VERSION))
                .map(line -> line.substring(VERSION.length()))
                .findFirst()
                .orElse("");
    }

    void stop() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        children.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                children.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // The hook runs already.
            kill();
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
