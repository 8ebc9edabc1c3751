package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramTest {

    private final InputStream in = InputStream.nullInputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpNamesEverySetting() {
        assertThat(run("--help")).isZero();
        assertThat(text(out)).contains("--insecure", "server.port [8080]", "azure.deployments", "log.format [text]");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void tellsItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(text(out)).startsWith("ephemint ");
    }

    @Test
    void refusesAnUnknownOption() {
        assertThat(run("--prot", "1")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("ephemint does not start:\n  --prot: serve has no such option, see --help\n");
    }

    @Test
    void refusesConfigWithoutAFile() {
        assertThat(run("--config")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("ephemint does not start:\n  --config: name a file\n");
    }

    @Test
    void namesEveryBadSettingOnALineOfItsOwn(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("ephemint.properties"), "server.port=x\nlog.format=x\n");

        assertThat(run("--config", file.toString())).isEqualTo(2);
        assertThat(text(err))
                .isEqualTo("ephemint does not start:\n  server.port: must be a whole number\n"
                        + "  log.format: must be one of [text, json]\n");
    }

    private int run(String... arguments) {
        return Program.run(List.of(arguments), new Console(in, stream(out), stream(err)));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
