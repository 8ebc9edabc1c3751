package dev.ephemint.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScoreboardCommandTest {
    private static final Path PINNED = Path.of("src/test/resources/scoreboard");
    private static final Path DOCUMENT = Path.of("../server/docs/scoreboard.md");

    private static final String REPORT = """
            {"format": 1, "profile": {"name": "mine", "dialect": "openai"}, "position": "front", "started": "2026-11-26T01:02:03Z",
             "conclusion": "failed", "counts": {"passed": 1, "failed": 1, "not-run": 3},
             "checks": [{"id": "a", "requirement": "REQ-MINT-01", "verdict": "passed"},
                        {"id": "b", "requirement": "REQ-ERR-03", "verdict": "failed"},
                        {"id": "c", "requirement": "REQ-UP-01", "verdict": "not-run"}]}
            """;

    private static final String GATEWAYS = """
            gateways:
              - {name: Mine, version: 1.0 <beta>, profiles: [mine], about: A | B, failures: {errors: It mints on any path.}}
            not-measured: {Other: closed}
            """;

    private final Path work;

    ScoreboardCommandTest(@TempDir Path work) {
        this.work = work;
    }

    private int status;

    private String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        status = Program.run(List.of(arguments), stream, stream);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String board(String report, String gateways, Path out) throws IOException {
        Files.writeString(Files.createDirectories(work.resolve("run")).resolve("report.json"), report);
        Files.writeString(work.resolve("gateways.yaml"), gateways);
        return run(
                "scoreboard",
                "--reports",
                work.resolve("run").toString(),
                "--gateways",
                work.resolve("gateways.yaml").toString(),
                "--out",
                out.toString());
    }

    /** To renew it: the command of the document conformance-peers.md. */
    @Test
    void theDocumentIsMadeOfThePinnedVerdicts() throws IOException {
        Path out = work.resolve("scoreboard.md");

        String printed = run(
                "scoreboard",
                "--reports",
                PINNED.toString(),
                "--gateways",
                PINNED.resolve("gateways.yaml").toString(),
                "--out",
                out.toString());

        assertThat(printed).isEmpty();
        assertThat(Files.readString(out)).isEqualTo(Files.readString(DOCUMENT));
    }

    @Test
    void showsEachRunFamilyAndFailure() throws IOException {
        Path out = work.resolve("board.md");

        assertThat(board(REPORT, GATEWAYS, out)).isEmpty();

        assertThat(status).isEqualTo(Program.PASSED);
        assertThat(Files.readString(out))
                .contains(
                        "| Mine | 1.0 <beta> | mine | in front only | 1 | 1 | 0 | 0 | 0 | 3 | 2026-11-26 |",
                        "| mint | 1 of 1 |",
                        "| errors | 0 of 1 |",
                        "| errors | REQ-ERR-03 | It mints on any path. |",
                        "- **Other**: closed")
                .doesNotContain("| upstream |");
    }

    @Test
    void thePageLoadsNothingAndEscapesText() throws IOException {
        Path out = work.resolve("board.html");

        board(REPORT, GATEWAYS, out);

        assertThat(Files.readString(out))
                .contains("default-src 'none'", "<td>1.0 &lt;beta&gt;</td>", "<td>It mints on any path.</td>")
                .doesNotContain("<script", "src=", "href=");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "format": 1                        | "format": 2          | format: must be 1
            "position": "front",               |                      | /position: is missing
            {"format"                          | ["format"            | not JSON
            {"name": "mine"                    | {"name": "other"     | no gateway has the profile other
            "REQ-ERR-03", "verdict": "failed"  | "REQ-ERR-03", "verdict": "passed" | Mine: failures: errors: nothing failed
            "REQ-MINT-01", "verdict": "passed" | "REQ-MINT-01", "verdict": "failed" | Mine: failures: mint: is missing
            """)
    void rejectsReportThatDoesNotFit(String text, String replacement, String message) throws IOException {
        String report = REPORT.replace(text, replacement == null ? "" : replacement);

        String printed = board(report, GATEWAYS, work.resolve("board.md"));

        assertThat(report).isNotEqualTo(REPORT);
        assertThat(printed).contains(message);
        assertThat(status).isEqualTo(Program.USAGE);
        assertThat(work.resolve("board.md")).doesNotExist();
    }

    @Test
    void rejectsDirectoryWithoutReports() {
        assertThat(run("scoreboard", "--reports", work.resolve("none").toString(), "--gateways", "x", "--out", "y"))
                .contains("none: cannot read");
        assertThat(status).isEqualTo(Program.USAGE);
    }
}
