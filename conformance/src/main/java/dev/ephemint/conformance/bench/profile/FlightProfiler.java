package dev.ephemint.conformance.bench.profile;

import dev.ephemint.conformance.bench.gateway.ProcessLog;
import dev.ephemint.conformance.bench.gateway.TargetUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * With the process's own Flight Recorder, which {@code jcmd} of the same JDK starts and stops. From JDK 25 on it samples the CPU
 * time of threads; before, the running threads. Compilers and garbage collection are read from {@code /proc}.
 */
public final class FlightProfiler implements Profiler {
    private static final int SECONDS = 30;

    private final Path work;
    private final Parts parts = Parts.read();

    public FlightProfiler(Path work) {
        this.work = work;
    }

    @Override
    public Map<String, Double> shares(ProcessHandle process, Runnable load) throws TargetUnavailableException {
        Path recording = work.resolve("profile.jfr").toAbsolutePath();
        try {
            Files.createDirectories(work);
            Files.deleteIfExists(recording);
            jcmd(process, "JFR.start", "name=bench", "settings=" + settings());
            ThreadTimes before = ThreadTimes.of(process);
            load.run();
            ThreadTimes passed = ThreadTimes.of(process).since(before);
            jcmd(process, "JFR.stop", "name=bench", "filename=" + recording);
            return new Attribution(parts, passed.ticks()).shares(new Recording(recording).stacks());
        } catch (IOException e) {
            throw new TargetUnavailableException("no profile: " + e.getMessage());
        }
    }

    private Path settings() throws IOException {
        Path file = work.resolve("recording.jfc").toAbsolutePath();
        try (InputStream settings = FlightProfiler.class.getResourceAsStream("recording.jfc")) {
            if (settings == null) {
                throw new IOException("missing recording.jfc");
            }
            Files.write(file, settings.readAllBytes());
        }
        return file;
    }

    private void jcmd(ProcessHandle process, String... arguments) throws IOException, TargetUnavailableException {
        Path java = process.info().command().map(Path::of).orElseThrow(() -> new IOException("not on this system"));
        List<String> command =
                new ArrayList<>(List.of(java.resolveSibling("jcmd").toString(), String.valueOf(process.pid())));
        command.addAll(List.of(arguments));
        Path log = work.resolve("jcmd.log");
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!started.waitFor(SECONDS, TimeUnit.SECONDS) || started.exitValue() != 0) {
                started.destroyForcibly();
                throw new TargetUnavailableException("no profile: " + new ProcessLog(log).reason());
            }
        } catch (InterruptedException e) {
            started.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new TargetUnavailableException("interrupted");
        }
    }
}
