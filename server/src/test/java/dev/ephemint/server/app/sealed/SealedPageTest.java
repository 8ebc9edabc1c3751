package dev.ephemint.server.app.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.settings.SealedSettings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code sealed.md} is a configuration that the service reads. */
final class SealedPageTest {

    @Test
    void theExampleIsRead(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of("docs", "sealed.md"));
        Path keys = Files.writeString(folder.resolve("seal.keys"), SealedService.line("a", 1));
        String yaml = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("\n```\n"))
                .replace("/run/secrets/ephemint-seal.keys", keys.toString());
        Path file = Files.writeString(folder.resolve("config.yaml"), yaml);

        assertThat(SettingsReader.read(new Sources(Map.of(), Map.of(), Optional.of(file), false))
                        .sealed())
                .isEqualTo(new SealedSettings(
                        Optional.of(keys),
                        Duration.ofMinutes(1),
                        List.of("captions"),
                        List.of("https://captions.example"),
                        SealedSettings.Use.EXCHANGE));
    }

    /** The path, the credential and the body of the page's request, taken from the page. */
    @Test
    void theExchangeOnThePageWorks(@TempDir Path folder) throws Exception {
        String page = Files.readString(Path.of("docs", "sealed.md"));
        Matcher call = Pattern.compile(
                        "fetch\\('https://mint.example/v1/realtime/(\\w+)', \\{\\s+method: 'POST',.*?"
                                + "authorization: `Bearer \\$\\{sealed}`.*?body: '(.*?)'",
                        Pattern.DOTALL)
                .matcher(page);
        assertThat(call.find()).isTrue();

        try (SealedService service = new SealedService(folder, Map.of())) {
            assertThat(service.post(call.group(1), call.group(2), service.sealed())
                            .value())
                    .startsWith("ek_sandbox_");
        }
    }
}
