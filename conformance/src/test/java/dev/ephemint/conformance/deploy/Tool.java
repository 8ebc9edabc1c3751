package dev.ephemint.conformance.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A tool that Go builds from its pinned source, once, below {@code target}. */
record Tool(Path program) {
    private static final Path HOME = Path.of("target/tools").toAbsolutePath();
    private static final int LIMIT_MINUTES = 30;

    /** What a program printed to both streams, and how it ended. */
    record Result(int status, String printed) {}

    static Tool promtool() throws IOException, InterruptedException {
        return installed("promtool", "github.com/prometheus/prometheus/cmd/promtool", "v0.316.0");
    }

    static Tool helm() throws IOException, InterruptedException {
        return installed("helm", "helm.sh/helm/v3/cmd/helm", "v3.22.0");
    }

    /** Of {@code src/test/collector}. */
    static Tool collector() throws IOException, InterruptedException {
        Tool tool = new Tool(HOME.resolve("collector"));
        if (!Files.isExecutable(tool.program)) {
            go(Path.of("src/test/collector"), "build", "-o", tool.program.toString(), ".");
        }
        return tool;
    }

    private static Tool installed(String name, String source, String version) throws IOException, InterruptedException {
        Path folder = HOME.resolve(name + "-" + version);
        Tool tool = new Tool(folder.resolve(name));
        if (!Files.isExecutable(tool.program)) {
            go(folder, "install", "-tags", "remove_all_sd", source + "@" + version);
        }
        return tool;
    }

    /** Ends the test if there is no Go. */
    private static void go(Path folder, String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(List.of("go"));
        command.addAll(List.of(arguments));
        try {
            Result result =
                    run(folder, command, Map.of("GOBIN", folder.toAbsolutePath().toString()));
            if (result.status != 0) {
                throw new AssertionError(String.join(" ", command) + "\n" + result.printed);
            }
        } catch (IOException missing) {
            Assumptions.abort("go is missing: " + missing.getMessage());
        }
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return run(Path.of("."), command, Map.of());
    }

    private static Result run(Path folder, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path printed = Files.createTempFile("printed", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            return new Result(ended ? process.exitValue() : -1, Files.readString(printed));
        } finally {
            Files.delete(printed);
        }
    }
}
