package dev.ephemint.conformance.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnownDifferencesTest {
    private static final KnownDifferences UNIT = new KnownDifferences(List.of(
            new KnownDifference("left-right a", "all", "because", LocalDate.EPOCH),
            new KnownDifference("other b", "all", "because", LocalDate.EPOCH)));

    @Test
    void acceptsAListedDifference() {
        assertThat(UNIT.contradictions("left-right", List.of("a"))).isEmpty();
    }

    @Test
    void unlistedDifferenceIsAContradiction() {
        assertThat(UNIT.contradictions("left-right", List.of("a", "b")))
                .containsExactly("differs and is not listed: left-right b");
    }

    @Test
    void entryThatNoLongerDiffersIsAContradiction() {
        assertThat(UNIT.contradictions("left-right", List.of()))
                .containsExactly("is listed and no longer differs: left-right a");
    }

    @Test
    void entryNeedsAReason(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("x.json"), "[{\"id\":\"a b\",\"dialect\":\"all\",\"since\":\"2026-11-21\"}]");

        assertThatThrownBy(() -> KnownDifferences.read(file))
                .hasMessageStartingWith("known difference: missing reason");
    }
}
