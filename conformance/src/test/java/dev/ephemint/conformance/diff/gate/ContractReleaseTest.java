package dev.ephemint.conformance.diff.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.diff.document.SpecDocument;
import dev.ephemint.conformance.diff.walk.DocumentDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract changes only as its version and changelog say; published documents do not change at all. */
final class ContractReleaseTest {
    private static final Path SPEC = Path.of("..", "spec");
    private static final Path RELEASED = SPEC.resolve("src/released");

    private final PublishedReleases releases = new PublishedReleases(RELEASED);

    @Test
    void operationsChangeOnlyAsVersionAndChangelogSay() throws IOException {
        checkAgainst(
                releases.newest("openapi"),
                SpecDocument.of("current", DialectContract.base().tree()));
    }

    @Test
    void eventsChangeOnlyAsVersionAndChangelogSay() throws IOException {
        checkAgainst(
                releases.newest("asyncapi"),
                SpecDocument.of("current", DialectContract.base().events()));
    }

    @Test
    void publishedDocumentsAreNotChanged() {
        assertThat(releases.changed()).isEmpty();
    }

    @Test
    void aChangedPublishedDocumentIsReported(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("openapi-0.1.0.yaml"), "openapi: 3.1.0\n");
        Files.writeString(directory.resolve("SHA256SUMS"), "0".repeat(64) + "  openapi-0.1.0.yaml\n");

        assertThat(new PublishedReleases(directory).changed())
                .containsExactly("openapi-0.1.0.yaml: is published and must not change; restore it");
    }

    private static void checkAgainst(SpecDocument released, SpecDocument current) throws IOException {
        Changelog changelog = new Changelog(Files.readString(SPEC.resolve("CHANGELOG.md")));
        Approvals approvals = Approvals.read(RELEASED.resolve("approvals.yaml"));
        ReleaseGate gate = new ReleaseGate(changelog, approvals, LocalDate.now(ZoneOffset.UTC));

        assertThat(gate.problems(DocumentDiff.of(released, current), released.version(), current.version()))
                .isEmpty();
    }
}
