package dev.ephemint.conformance.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdkTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path parent;

    private Path jdk(String name, String release) throws IOException {
        Path home = parent.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        assertThat(Files.createFile(home.resolve("bin/java")).toFile().setExecutable(true))
                .isTrue();
        Files.writeString(home.resolve("release"), release);
        return home;
    }

    @Test
    void takesTheFirstOfEachReleaseOldestFirst() throws IOException {
        Path later = jdk("b", "JAVA_VERSION=\"25.0.3\"\nIMPLEMENTOR=\"Some Maker\"\n");
        Path first = jdk("a", "JAVA_VERSION=\"17.0.15\"\n");
        Path again = jdk("c", "JAVA_VERSION=\"17.0.1\"\n");

        assertThat(Jdk.among(List.of(later, first, again)))
                .containsExactly(
                        new Jdk(17, "17.0.15", first.toRealPath()),
                        new Jdk(25, "25.0.3 Some Maker", later.toRealPath()));
    }

    @Test
    void leavesOutOldAndBrokenOnes() throws IOException {
        assertThat(Jdk.among(List.of(
                        jdk("old", "JAVA_VERSION=\"11.0.2\"\n"), jdk("broken", "nothing"), parent.resolve("absent"))))
                .isEmpty();
    }
}
