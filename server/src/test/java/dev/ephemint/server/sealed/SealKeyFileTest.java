package dev.ephemint.server.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealKeyFileTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Path file;

    SealKeyFileTest(@TempDir Path folder) {
        file = folder.resolve("seal.keys");
    }

    @Test
    void isReadAgainWithinASecond() throws IOException {
        Files.writeString(file, SealTest.line("a", 1));
        SealKeyFile keys = SealKeyFile.read(file, nanos::get).orElseThrow();
        Files.writeString(file, SealTest.line("b", 2) + SealTest.line("a", 1));

        assertThat(keys.get().sealing()).isEqualTo("a");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(keys.get().sealing()).isEqualTo("b");
    }

    @Test
    void whatCannotBeUsedChangesNothing() throws IOException {
        Files.writeString(file, SealTest.line("a", 1));
        SealKeyFile keys = SealKeyFile.read(file, nanos::get).orElseThrow();
        for (String broken : new String[] {"", "a secret", "#"}) {
            Files.writeString(file, broken);
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(keys.get().sealing()).isEqualTo("a");
        }
        Files.delete(file);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(keys.get().sealing()).isEqualTo("a");
        assertThat(keys.toString()).doesNotContain("AQEB");
    }

    @Test
    void aFileWithoutKeysIsNone() throws IOException {
        assertThat(SealKeyFile.read(file, nanos::get)).isEmpty();
        assertThat(SealKeyFile.read(Files.writeString(file, "x"), nanos::get)).isEmpty();
    }
}
