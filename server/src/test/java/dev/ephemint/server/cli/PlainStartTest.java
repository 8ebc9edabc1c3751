package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainStartTest {

    @Test
    void readsNoArgumentAndAFileAlone() {
        assertThat(PlainStart.of(List.of())).contains(new PlainStart(null));
        assertThat(PlainStart.of(List.of("--config=/etc/ephemint/a-1.yaml")))
                .contains(new PlainStart(Path.of("/etc/ephemint/a-1.yaml")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "--config",
                "--config=",
                "--config=\"a.yaml\"",
                "--config=--insecure",
                "--help",
                "--config a.yaml",
                "--config=a.yaml run",
                "--config=a.yaml --insecure"
            })
    void leavesAnythingElseToPicocli(String arguments) {
        assertThat(PlainStart.of(List.of(arguments.split(" ")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"log.format=x", "server.port=PORT", "no.such.setting=x"})
    void failsAsWithPicocli(String line, @TempDir Path directory) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String text = line.replace("PORT", Integer.toString(taken.getLocalPort()));
            Path file = Files.writeString(directory.resolve("ephemint.properties"), text);

            ProgramRun plain = ProgramRun.of("--config=" + file);

            assertThat(plain.status()).isPositive();
            assertThat(plain.err()).startsWith("ephemint: ");
            assertThat(plain).isEqualTo(ProgramRun.of("--config", file.toString()));
        }
    }

    @Test
    void aFileThatIsNotThereFailsAsWithPicocli(@TempDir Path directory) {
        String missing = directory.resolve("missing.yaml").toString();

        assertThat(ProgramRun.of("--config=" + missing)).isEqualTo(ProgramRun.of("--config", missing));
    }
}
