package dev.ephemint.server.cli;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource(Command.class)
    void helpOfACommandIsThatCommandsAlone(Command command) {
        assertThat(run(command.word(), "--help")).isZero();

        assertThat(text(out))
                .startsWith("Usage: java -jar ephemint-server.jar " + command.word() + " [OPTION ...]")
                .contains(command.description(), "--config FILE", "Exit status:")
                .doesNotContain("server.port");
        for (Option option : Option.values()) {
            assertThat(text(out).contains("  " + option.flag()))
                    .as(option.flag())
                    .isEqualTo(command.takes(option));
        }
        assertThat(text(out).lines()).hasSizeLessThan(20).allMatch(line -> line.length() < 120);
    }

    @Test
    void aUsageErrorShowsTheUsageOfThatCommandAlone() {
        assertThat(run("doctor", "--flat")).isEqualTo(2);

        assertThat(text(err))
                .startsWith("ephemint doctor: unknown option '--flat'\n\nUsage: java -jar ephemint-server.jar doctor")
                .doesNotContain("explain", "server.port");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void anUnknownCommandShowsTheCommands() {
        assertThat(run("brew")).isEqualTo(2);

        assertThat(text(err))
                .startsWith("ephemint: unknown command 'brew'\n\nCommands:\n")
                .contains("doctor", "explain", "mint", "serve", "--help")
                .doesNotContain("server.port", "--flat");
    }

    @Test
    void tellsItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(text(out)).startsWith("ephemint ");
    }

    @Test
    void refusesAnUnknownOption() {
        assertThat(run("--prot", "1")).isEqualTo(2);
        assertThat(text(err))
                .startsWith("ephemint: unknown option '--prot'\n\nUsage: java -jar ephemint-server.jar serve");
    }

    @Test
    void refusesConfigWithoutAFile() {
        assertThat(run("--config")).isEqualTo(2);
        assertThat(text(err)).startsWith("ephemint: --config requires a FILE\n\nUsage:");
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
