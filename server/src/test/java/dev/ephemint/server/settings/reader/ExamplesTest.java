package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.settings.ServerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of configuration in documents are valid. */
final class ExamplesTest {

    private final Path folder;

    ExamplesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void pagesOfAListedOrigin() throws Exception {
        assertThat(example("browsers.md").corsOrigins()).containsExactly("https://captions.example");
    }

    @Test
    void behindAProxy() throws Exception {
        assertThat(example("production.md").proxies().trusted().contains("10.1.2.3"))
                .isTrue();
    }

    private ServerSettings example(String document) throws Exception {
        String yaml = Files.readString(Path.of("docs", document))
                .split("```yaml\n", 2)[1]
                .split("```", 2)[0];
        Path file = Files.writeString(folder.resolve("config.yaml"), yaml);
        return SettingsReader.read(new Sources(Map.of(), Map.of(), Optional.of(file), false))
                .server();
    }
}
