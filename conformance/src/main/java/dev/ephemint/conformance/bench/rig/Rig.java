package dev.ephemint.conformance.bench.rig;

import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in {@code conformance/bench/rig}: mock vendor, load generator, and a plain Go proxy. */
public final class Rig implements LoadGenerator {
    private static final int BUILD_MINUTES = 5;
    private static final int RUN_MINUTES = 3;

    private final Path program;

    private Rig(Path program) {
        this.program = program;
    }

    /** Builds the program into this directory; Go keeps what has not changed. */
    public static Rig build(Path source, Path into) {
        Path program = into.resolve("rig").toAbsolutePath();
        Path log = into.resolve("rig-build.log");
        try {
            Files.createDirectories(into);
            ProcessBuilder build = new ProcessBuilder("go", "build", "-buildvcs=false", "-o", program.toString(), ".")
                    .directory(source.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            build.environment().put("GOTOOLCHAIN", "local");
            Process process = start(build);
            if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new RigException(
                        "go build failed: " + Files.readString(log).strip());
            }
        } catch (IOException e) {
            throw new RigException("cannot build the rig: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigException("interrupted", e);
        }
        return new Rig(program);
    }

    private static Process start(ProcessBuilder build) {
        try {
            return build.start();
        } catch (IOException e) {
            throw new RigException("go is missing: the load generator needs Go 1.24 or newer (https://go.dev/dl)", e);
        }
    }

    public Path program() {
        return program;
    }

    public MockVendor mockVendor(Path response, Path log) {
        return MockVendor.start(List.of(program.toString(), "mock", "--response", response.toString()), log);
    }

    @Override
    public LoadResult run(LoadPlan plan, Mint mint) {
        try {
            Process process = new ProcessBuilder(program.toString(), "load")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
                input.write(ExactJson.write(plan.on(mint.address(), mint.headers(), mint.body())));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(RUN_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new RigException("the load generator ended with an error");
            }
            return LoadResult.of(ExactJson.parse(output));
        } catch (IOException e) {
            throw new RigException("the load generator failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigException("interrupted", e);
        }
    }
}
