package dev.ephemint.conformance.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JvmOptionsTest {

    private static JvmOptions options(String set) {
        return JvmOptions.read(Path.of("bench").resolve(set + ".options"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "busy"})
    void areThoseThatTheDocumentRecommends(String set) throws IOException {
        assertThat(Files.readAllLines(Path.of("../server/docs/start.md")))
                .contains("| " + set + " | `" + options(set) + "` |");
    }

    @ParameterizedTest
    @CsvSource({"small, -XX:+UseSerialGC", "busy, -XX:+UseParallelGC"})
    void archiveIsMadeWithTheSameCollector(String set, String collector) {
        assertThat(options(set).collector()).containsExactly(collector);
    }
}
