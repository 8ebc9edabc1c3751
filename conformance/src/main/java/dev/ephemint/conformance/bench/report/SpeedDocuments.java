package dev.ephemint.conformance.bench.report;

import dev.ephemint.conformance.bench.result.Results;
import dev.ephemint.conformance.bench.result.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documents of this project that show the kept results: {@code server/docs/speed/results.json}. */
public final class SpeedDocuments {
    public static final Path RESULTS = Path.of("server/docs/speed/results.json");

    private static final Path DIAGRAM = Path.of("server/docs/speed/diagram.svg");
    private static final Path PAGE = Path.of("server/docs/speed.md");
    private static final Path README = Path.of("README.md");
    private static final MarkedSection SECTION = new MarkedSection("speed");

    private SpeedDocuments() {}

    /** What each document should contain, by its path below the root. */
    public static Map<Path, String> rendered(Path root) throws IOException {
        Results results = ResultsFile.read(root.resolve(RESULTS));
        Map<Path, String> documents = new LinkedHashMap<>();
        documents.put(DIAGRAM, new BarDiagram(results).svg());
        documents.put(PAGE, SECTION.replaceIn(text(root, PAGE), "\n" + new SpeedText(results).markdown()));
        documents.put(README, SECTION.replaceIn(text(root, README), new Summary(results).text()));
        return documents;
    }

    private static String text(Path root, Path document) throws IOException {
        return Files.readString(root.resolve(document));
    }

    /** Keeps these results, and writes the documents anew. */
    public static void publish(Path root, Path results) throws IOException {
        Path kept = root.resolve(RESULTS);
        Files.createDirectories(kept.toAbsolutePath().getParent());
        if (!Files.exists(kept) || !Files.isSameFile(kept, results)) {
            Files.copy(results, kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        for (Map.Entry<Path, String> document : rendered(root).entrySet()) {
            Files.writeString(root.resolve(document.getKey()), document.getValue());
        }
    }
}
