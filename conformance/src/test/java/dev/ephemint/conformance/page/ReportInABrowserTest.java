package dev.ephemint.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.report.HostileRun;
import dev.ephemint.conformance.report.ReportFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTML report of a hostile run, on a phone. */
final class ReportInABrowserTest {

    @Test
    void showsNoErrorAndFiltersWithoutOverflow(@TempDir Path directory) throws Exception {
        Optional<Path> chromium = Command.find("chromium", "chromium-browser", "google-chrome");
        assumeTrue(chromium.isPresent(), "needs Chromium");
        ReportFiles.write(HostileRun.report(), directory);

        String problems = Command.run(
                "node",
                "src/test/page/report.mjs",
                chromium.orElseThrow().toString(),
                directory.resolve("report.html").toString());

        assertThat(ExactJson.parse(problems)).isEmpty();
    }
}
