package dev.ephemint.conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.bench.measure.Plan;
import dev.ephemint.conformance.bench.result.Results;
import dev.ephemint.conformance.bench.result.ResultsFile;
import dev.ephemint.conformance.bench.result.Sample;
import dev.ephemint.conformance.bench.result.Samples;
import dev.ephemint.conformance.bench.result.TargetInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private static Results with(Sample sample) {
        Results base = SampleResults.RESULTS;
        return new Results(
                base.started(),
                base.form(),
                base.commit(),
                base.machine(),
                base.targets(),
                new Samples(List.of(sample)),
                List.of());
    }

    @Test
    void addingKeepsOtherMeasuresAndReplacesTheSame() {
        Sample latency = new Sample("latency", "500", "direct", 1, Map.of(), Optional.empty());
        BenchFiles.write(directory, SampleResults.RESULTS, false);
        BenchFiles.write(directory, with(latency), true);

        Samples samples = ResultsFile.read(directory.resolve("results.json")).samples();
        assertThat(samples.rounds("throughput", "", "nginx")).hasSize(2);
        assertThat(samples.all().stream().filter(sample -> sample.measure().equals("latency")))
                .containsExactly(latency);
        assertThat(directory.resolve("results.md")).content().contains("### Throughput");
        assertThat(directory.resolve("diagram.svg")).exists();
    }

    @Test
    void noPathOfThisMachineGetsIntoAFile() throws IOException {
        for (String secret : List.of(
                directory.resolve("work/x.log").toString(),
                System.getProperty("user.home") + "/x.log",
                Path.of(System.getProperty("java.io.tmpdir")).resolve("x.log").toString(),
                Path.of("x.log").toAbsolutePath().toString())) {
            BenchFiles.write(directory, saying("no token; see " + secret), false);
            for (String file : List.of("results.json", "results.md", "diagram.svg")) {
                assertThat(directory.resolve(file)).content().doesNotContain(secret);
            }
            String json = Files.readString(directory.resolve("results.json"));
            assertThat(json.split("x\\.log", -1))
                    .as("each text, and where the file was")
                    .hasSize(5);
        }
    }

    /** The text wherever a process or an exception may have written it. */
    private static Results saying(String text) {
        Results base = with(new Sample("pool", "", "nginx", 1, Map.of(), Optional.of(text)));
        return new Results(
                base.started(),
                base.form(),
                base.commit(),
                base.machine(),
                List.of(new TargetInfo("nginx", "nginx", text, List.of(), Optional.of(text))),
                base.samples(),
                List.of(text));
    }

    @Test
    void choosesTargetsByNameOrFamily() {
        BenchOptions some = options(Plan.SHORT, Set.of("ephemint", "go-proxy"));

        assertThat(List.of("direct", "ephemint-25", "ephemint-25-flat", "go-proxy"))
                .allMatch(some::isChosen);
        assertThat(List.of("nginx", "gomodel")).noneMatch(some::isChosen);
        assertThat(options(Plan.SHORT, Set.of()).isChosen("litellm")).isFalse();
        assertThat(options(Plan.SHORT, Set.of()).isChosen("ephemint-25-flat")).isFalse();
        assertThat(List.of("ephemint-25", "ephemint-25-small")).allMatch(options(Plan.SHORT, Set.of())::isChosen);
        assertThat(options(Plan.LONG, Set.of()).isChosen("litellm")).isTrue();
        assertThat(some.isMeasured("pool")).isTrue();
    }

    private static BenchOptions options(Plan plan, Set<String> only) {
        return new BenchOptions(Path.of("."), Path.of("."), plan, List.of(), only, Set.of());
    }
}
