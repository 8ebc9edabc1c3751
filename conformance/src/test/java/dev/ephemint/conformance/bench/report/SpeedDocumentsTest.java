package dev.ephemint.conformance.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** README, speed.md and the diagram show the figures of results.json; {@code bench --publish} writes them. */
final class SpeedDocumentsTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void documentsAgreeWithTheKeptResults() throws IOException {
        for (Map.Entry<Path, String> document : SpeedDocuments.rendered(ROOT).entrySet()) {
            assertThat(Files.readString(ROOT.resolve(document.getKey())))
                    .as("%s; write it with bench --publish %s", document.getKey(), SpeedDocuments.RESULTS)
                    .isEqualTo(document.getValue());
        }
    }
}
