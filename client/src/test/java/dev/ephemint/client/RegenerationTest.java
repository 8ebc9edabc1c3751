package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build generates twice; whoever generates again gets the same. */
class RegenerationTest {

    @Test
    void generatesTheSameOperationsAgain() throws IOException {
        Map<String, String> first = sources(Path.of("target", "generated-sources", "openapi"));

        assertThat(first).isNotEmpty().isEqualTo(sources(Path.of("target", "regenerated")));
    }

    private static Map<String, String> sources(Path root) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> sources.put(root.relativize(file).toString(), read(file)));
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
