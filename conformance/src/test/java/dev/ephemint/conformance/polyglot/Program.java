package dev.ephemint.conformance.polyglot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that has ended.
 *
 * @param status its exit status
 * @param output all that it wrote to standard output
 * @param log all that it wrote to standard error
 */
record Program(int status, String output, String log) {
    private static final long DEADLINE_MINUTES = 15;

    /** Runs it to its end. The deadline only ends a hang. */
    static Program run(Path work, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path output = work.resolve("output.txt");
        Path log = work.resolve("log.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("does not end: " + String.join(" ", command));
            }
            return new Program(process.exitValue(), Files.readString(output), Files.readString(log));
        } finally {
            process.destroyForcibly();
        }
    }

    /** What went wrong, for a failed assertion. */
    String report() {
        return "exit status " + status + "\n" + log + output;
    }
}
