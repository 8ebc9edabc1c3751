package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.pool.PoolWatch;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code pools.md} is a configuration that the service reads. */
final class PoolsPageTest {

    @Test
    void theExampleIsRead(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of("docs", "pools.md"));
        String yaml = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("\n```\n"));
        // The service of the example checks callers; this one does not, and needs a policy for everyone.
        Path file = Files.writeString(
                folder.resolve("config.yaml"), yaml.replace("policies:\n", "policies:\n  anonymous: {}\n"));
        Settings settings = SettingsReader.read(new Sources(Map.of(), Map.of(), Optional.of(file), false));
        Application application =
                new Application(settings, Upstream.example(settings), ModelRules.builtIn(), PooledService.CLOCK);

        assertThat(application.pools(new Closer(), PoolWatch.NONE))
                .asString()
                .contains("name=captions", "policy=Optional[captions]", "size=8", "maxAge=PT1M");
    }
}
