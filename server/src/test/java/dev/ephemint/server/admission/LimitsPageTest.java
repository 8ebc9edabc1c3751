package dev.ephemint.server.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code limits.md} is a configuration that the service reads. */
class LimitsPageTest {

    @Test
    void theExampleIsRead(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of("docs", "limits.md"));
        String yaml = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("\n```\n"));
        Path file = Files.writeString(folder.resolve("config.yaml"), yaml);

        JsonNode policies = SettingsReader.read(new Sources(Map.of(), Map.of(), Optional.of(file), false))
                .sections()
                .policies();

        assertThat(Limits.read(policies.at("/captions/limits"), (path, problem) -> assertThat(problem)
                        .isEmpty()))
                .isEqualTo(new Limits(
                        new ScopeLimits(
                                List.of(
                                        new Window(100, Duration.ofSeconds(60)),
                                        new Window(20_000, Duration.ofDays(1))),
                                Optional.of(500)),
                        new ScopeLimits(List.of(new Window(10, Duration.ofMinutes(5))), Optional.of(2))));
    }
}
