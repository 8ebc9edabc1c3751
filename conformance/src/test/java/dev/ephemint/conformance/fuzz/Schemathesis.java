package dev.ephemint.conformance.fuzz;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs Schemathesis with a fixed seed; ends the test with one line if Python is missing. */
final class Schemathesis {
    private static final int TOOL_IS_MISSING = 77;
    private static final int DEADLINE_MINUTES = 60;
    private static final Path WORK = Path.of("target/fuzz");

    private Schemathesis() {}

    /**
     * Fuzzes what the contract at the origin declares.
     *
     * @param name of the run, a directory below {@code target/fuzz}
     */
    static FuzzReport run(String name, URI origin, List<String> options) throws IOException, InterruptedException {
        Path work = Files.createDirectories(WORK.resolve(name)).toAbsolutePath();
        Path report = work.resolve("report.ndjson");
        Files.deleteIfExists(report);
        Path log = work.resolve("log.txt");
        List<String> command = new ArrayList<>(
                List.of("sh", "src/test/fuzz/schemathesis.sh", work.toString(), origin.toString(), "--seed", "1"));
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Schemathesis does not end; see " + log);
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() == TOOL_IS_MISSING) {
            String reason = "Schemathesis is not run: " + Files.readString(log).strip();
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("Schemathesis failed:\n" + Files.readString(log));
        }
        return FuzzReport.read(report);
    }
}
