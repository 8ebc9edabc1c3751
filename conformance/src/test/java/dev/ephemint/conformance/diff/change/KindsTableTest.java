package dev.ephemint.conformance.diff.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table of rules in the documents is the data. */
final class KindsTableTest {
    private static final Path PAGE = Path.of("..", "server", "docs", "spec-diff.md");

    @Test
    void thePageHasEachKindWithItsClasses() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `") && line.contains(".") && line.split("\\|").length == 5)
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Kinds.all().kinds().stream().map(KindsTableTest::row).toList());
    }

    private static String row(Kind kind) {
        return "| `" + kind.id() + "` | " + kind.says() + " | " + found(kind, Side.REQUEST) + " | "
                + found(kind, Side.RESPONSE) + " |";
    }

    private static String found(Kind kind, Side side) {
        return Optional.ofNullable(kind.classes().get(side))
                .map(ChangeClass::id)
                .orElse("-");
    }
}
