package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.settings.BadSettingsException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FacadeTest {

    private static final Map<String, String> VENDOR =
            Map.of("server.port", "0", "upstream.url", "https://vendor.example", "openai.api-key", "sk-planted");

    @Test
    void listensOnAFreePort() {
        try (Facade facade = Facade.start(VENDOR)) {
            assertThat(facade.uri().toString()).matches("http://127\\.0\\.0\\.1:[1-9]\\d*");
        }
    }

    @Test
    void failsInOneLineWhereThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> given = with("server.port", String.valueOf(taken.getLocalPort()));

            assertThatThrownBy(() -> Facade.start(given))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessage("can not listen on 127.0.0.1:" + taken.getLocalPort() + ": Address already in use");
        }
    }

    @Test
    void refusesAnAddressThatTheDialectCanNotRead() {
        assertThatThrownBy(() -> Facade.start(with("upstream.url", "https://vendor.example?x=1")))
                .isInstanceOf(BadSettingsException.class)
                .hasMessage("upstream.url: must not hold a query: OpenAI's mint takes none");
    }

    @Test
    void refusesAFileThatHoldsNoModelRules(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("rules.json"), "{}");

        assertThatThrownBy(() -> Facade.start(with("mint.model-rules-file", file.toString())))
                .isInstanceOf(BadSettingsException.class)
                .hasMessage("mint.model-rules-file: holds no model rules: " + file);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> given = new HashMap<>(VENDOR);
        given.put(name, value);
        return given;
    }
}
