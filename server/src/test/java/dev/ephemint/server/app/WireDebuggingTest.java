package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Main;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts a process of its own, because the JDK reads these properties once. */
final class WireDebuggingTest {

    private static final String KEY = "planted-key-of-no-form";

    @Test
    void noSystemPropertyMakesTheJdkPrintHeaders(@TempDir Path directory) throws Exception {
        try (FakeHttpServer vendor = new FakeHttpServer(Reply.of(500, ""))) {
            Path key = Files.writeString(directory.resolve("key"), KEY);
            Path config = Files.writeString(
                    directory.resolve("ephemint.properties"),
                    "upstream.url=" + vendor.url() + "\nopenai.api-key-file="
                            + key.toString().replace("\\", "\\\\"));
            Path output = directory.resolve("output");

            Process process = new ProcessBuilder(command(config))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();

            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(Files.readString(output))
                    .contains("upstream_error")
                    .doesNotContain(KEY)
                    .doesNotContainIgnoringCase("authorization")
                    .doesNotContain("HttpClientImpl");
        }
    }

    private static List<String> command(Path config) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Djdk.httpclient.HttpClient.log=all",
                "-Djdk.internal.httpclient.debug=true",
                "-Djdk.internal.httpclient.websocket.debug=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "mint",
                "--config",
                config.toString()));
        return command;
    }
}
