package dev.ephemint.conformance.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassArchiveTest {
    private static final List<String> SERIAL = List.of("-XX:+UseSerialGC");

    /** Notes its arguments, and writes the archive that they name. */
    private static final String JAVA = """
            #!/bin/sh
            echo "$@" >>"$(dirname "$0")/calls"
            for option; do case $option in -XX:*=*) touch "${option#*=}" ;; esac; done
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path jar;

    @BeforeEach
    void makeJar() throws IOException {
        jar = Files.writeString(directory.resolve("service.jar"), "jar");
    }

    private ClassArchive archive(int feature, String java) throws IOException {
        Path program = directory.resolve("jdk/bin/java");
        Files.createDirectories(directory.resolve("jdk/bin"));
        Files.writeString(program, java);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return new ClassArchive(directory.resolve("work"), new Jdk(feature, "1", directory.resolve("jdk")), jar);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(directory.resolve("jdk/bin/calls"));
    }

    @Test
    void isMadeOnceByTheTrainingRun() throws IOException, TargetUnavailableException {
        List<String> options = archive(25, JAVA).options(SERIAL);

        assertThat(archive(25, JAVA).options(SERIAL)).isEqualTo(options);
        assertThat(calls())
                .singleElement()
                .asString()
                .startsWith("-XX:+UseSerialGC -XX:AOTCacheOutput=")
                .endsWith(".aot.new -jar " + jar + " train");
        assertThat(options.get(0)).startsWith("-XX:AOTCache=").endsWith(".aot");
        assertThat(Path.of(options.get(0).replace("-XX:AOTCache=", ""))).exists();
    }

    @Test
    void startFailsIfItDoesNotFit() throws IOException, TargetUnavailableException {
        assertThat(archive(25, JAVA).options(SERIAL)).contains("-XX:AOTMode=on");
        assertThat(archive(17, JAVA).options(SERIAL))
                .contains("-Xshare:on")
                .first()
                .asString()
                .endsWith(".jsa");
    }

    @Test
    void isMadeAgainForAnotherJarOrCollector() throws IOException, TargetUnavailableException {
        archive(17, JAVA).options(SERIAL);
        archive(17, JAVA).options(List.of("-XX:+UseG1GC"));
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
        archive(17, JAVA).options(SERIAL);

        assertThat(calls()).hasSize(3).allMatch(call -> call.contains("-XX:ArchiveClassesAtExit="));
    }

    @Test
    void failedTrainingLeavesTheTargetOut() throws IOException {
        ClassArchive failing = archive(25, "#!/bin/sh\necho no room left\nexit 1\n");

        assertThatThrownBy(() -> failing.options(SERIAL))
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageMatching("no archive of classes: no room left \\(ephemint-25-\\w+\\.aot\\.new\\.log\\)");
    }
}
