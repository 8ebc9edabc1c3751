package dev.ephemint.conformance.bench;

import dev.ephemint.conformance.bench.report.BarDiagram;
import dev.ephemint.conformance.bench.report.SpeedText;
import dev.ephemint.conformance.bench.result.Publication;
import dev.ephemint.conformance.bench.result.Results;
import dev.ephemint.conformance.bench.result.ResultsFile;
import dev.ephemint.conformance.bench.result.Sample;
import dev.ephemint.conformance.bench.result.TargetInfo;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The files that a run writes: JSON, Markdown and a diagram. */
public final class BenchFiles {
    private BenchFiles() {}

    /** @param isAdded whether measures that the file has already, and this run has not, stay */
    public static void write(Path directory, Results results, boolean isAdded) {
        try {
            writeAll(directory, results, isAdded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeAll(Path directory, Results results, boolean isAdded) throws IOException {
        Path file = directory.resolve("results.json");
        Results now = new Publication(directory).of(results);
        Results all = isAdded && Files.exists(file) ? added(ResultsFile.read(file), now) : now;
        Files.createDirectories(directory);
        Files.writeString(file, ExactJson.writeIndented(ResultsFile.write(all)));
        Files.writeString(directory.resolve("results.md"), new SpeedText(all).markdown());
        Files.writeString(directory.resolve("diagram.svg"), new BarDiagram(all).svg());
    }

    static Results added(Results before, Results now) {
        Set<String> measured = now.samples().all().stream().map(Sample::measure).collect(Collectors.toSet());
        Map<String, TargetInfo> targets = new LinkedHashMap<>();
        before.targets().forEach(target -> targets.put(target.id(), target));
        now.targets().forEach(target -> targets.put(target.id(), target));
        Set<String> notes = new LinkedHashSet<>(before.notes());
        notes.addAll(now.notes());
        return new Results(
                now.started(),
                now.form(),
                now.commit(),
                now.machine(),
                List.copyOf(targets.values()),
                before.samples()
                        .without(sample -> measured.contains(sample.measure()))
                        .and(now.samples()),
                List.copyOf(notes));
    }
}
