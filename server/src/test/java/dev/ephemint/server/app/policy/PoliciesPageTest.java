package dev.ephemint.server.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.policy.caller.reader.PoliciesReader;
import dev.ephemint.server.policy.caller.reader.PoliciesReader.Result;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.Nearest;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PoliciesPageTest {

    private final Path folder;

    PoliciesPageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theExampleIsValid() throws Exception {
        String page = Files.readString(Path.of("docs", "policies.md"));
        String yaml = page.split("```yaml\n", 2)[1].split("```", 2)[0];
        Path file = Files.writeString(folder.resolve("config.yaml"), yaml);
        Settings settings = SettingsReader.read(new Sources(Map.of(), Map.of(), Optional.of(file), false));

        Result result = new PoliciesReader(Nearest::of).read(settings.sections().policies());

        assertThat(result.problems()).isEmpty();
        assertThat(result.policies().byName()).containsOnlyKeys("captions", "agents");
    }
}
