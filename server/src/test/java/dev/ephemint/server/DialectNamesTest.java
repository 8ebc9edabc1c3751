package dev.ephemint.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.DialectName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link ArchitectureTest} cannot see: names of dialects that are written as text. */
class DialectNamesTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/ephemint/server");

    /** The default of {@code upstream.dialect}, and a header that is spelled as a dialect is. */
    private static final List<String> ALLOWED =
            List.of("Property.java: \"openai\",", "\"openai-beta\", \"realtime=v1\"");

    private static final String NAMES =
            Arrays.stream(DialectName.values()).map(name -> "\"" + name + "\"").collect(Collectors.joining("|"));

    @Test
    void noSourceComparesADialectNameAsText() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).flatMap(DialectNamesTest::violations))
                    .isEmpty();
        }
    }

    private static Stream<String> violations(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.matches(".*(" + NAMES + "|(startsWith|contains)\\(\"azure).*"))
                    .filter(line -> !line.contains("header(\"openai-beta\")"))
                    .map(line -> file + ": " + line.strip())
                    .filter(line -> ALLOWED.stream().noneMatch(line::contains));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
