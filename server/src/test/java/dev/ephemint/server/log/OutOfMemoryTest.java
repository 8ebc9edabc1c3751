package dev.ephemint.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Starts a process of its own, because it ends. */
final class OutOfMemoryTest {

    private final Path directory;

    OutOfMemoryTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @CsvSource({"uncaught, 3", "logged, 3", "logged-below-the-level, 3", "another, 0"})
    void endsTheProcessAfterAnOutOfMemoryError(String kind, int status) throws Exception {
        Path output = directory.resolve("output");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dlogback.configurationFile=logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        kind)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor()).isEqualTo(status);
        assertThat(Files.readString(output).contains("out of memory")).isEqualTo(status != 0);
    }

    /** Goes on until something else ends it. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) throws InterruptedException {
            OutOfMemory.watchThreads();
            Thread thread = new Thread(() -> fail(arguments[0]), "victim");
            thread.start();
            thread.join();
        }

        private static void fail(String kind) {
            Error error = new OutOfMemoryError("planted");
            switch (kind) {
                case "uncaught" -> throw error;
                case "logged" -> LoggerFactory.getLogger("org.eclipse.jetty.x").warn("failed", new Exception(error));
                case "logged-below-the-level" ->
                    LoggerFactory.getLogger("org.apache.hc.x").debug("failed", error);
                default -> LoggerFactory.getLogger("x").error("failed", new StackOverflowError());
            }
        }
    }
}
