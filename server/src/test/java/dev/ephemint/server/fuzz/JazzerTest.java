package dev.ephemint.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Jazzer runs each target {@code fuzz.runs} times, 20,000 by default, in a process of its own. Profile {@code nightly} has the
 * dependency and prints the runs.
 */
@Tag("nightly")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
final class JazzerTest {
    /** Runs, not seconds: a busy machine does not get beyond the seeds in the time that is enough for an idle one. */
    private static final int RUNS = Integer.getInteger("fuzz.runs", 20_000);

    private static final int DEADLINE_MINUTES = 50;
    private static final Path WORK = Path.of("target/fuzz");
    private static final Path SUMMARY = Path.of("target/summary");
    private static final Pattern DONE = Pattern.compile("(?m)^Done (\\d+) runs in (\\d+) second");

    @ParameterizedTest
    @EnumSource
    void findsNothing(FuzzTarget target) throws IOException, InterruptedException {
        Path work = Files.createDirectories(WORK.resolve(target.name())).toAbsolutePath();
        Path corpus = Files.createDirectories(work.resolve("corpus"));
        int next = 0;
        for (byte[] seed : target.seeds(FuzzTargetsTest.documents())) {
            Files.write(corpus.resolve("seed-" + next++), seed);
        }
        Path log = work.resolve("log.txt");
        Process process = new ProcessBuilder(command(target, work, corpus))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES))
                    .as("Jazzer ends; see %s", log)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as("see %s", log).isZero();
        Matcher done = DONE.matcher(Files.readString(log));
        assertThat(done.find()).as("Jazzer reports its runs; see %s", log).isTrue();
        assertThat(Integer.parseInt(done.group(1))).as("runs").isGreaterThanOrEqualTo(RUNS);
        assertThat(RUNS).as("more runs than seeds").isGreaterThan(next);
        Files.createDirectories(SUMMARY);
        Files.writeString(
                SUMMARY.resolve("fuzz-" + target + ".txt"),
                "Jazzer, " + target + ": " + done.group(1) + " runs in " + done.group(2) + " s, no finding\n");
    }

    private static List<String> command(FuzzTarget target, Path work, Path corpus) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+EnableDynamicAgentLoading",
                "-Xmx1g",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=dev.ephemint.**",
                "-artifact_prefix=" + work + "/",
                "-runs=" + RUNS,
                "-max_len=4096",
                "-seed=1",
                corpus.toString());
    }
}
