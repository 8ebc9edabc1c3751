package dev.ephemint.server.app.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.app.Application;
import dev.ephemint.server.app.Upstream;
import dev.ephemint.server.policy.NamedPolicy;
import dev.ephemint.server.settings.NamedUpstream;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpstreamsPageTest {

    private final Path folder;

    UpstreamsPageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theExampleIsValid() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "sk-example");
        Settings settings = read(example(0).replace("/run/secrets/openai", key.toString()));

        Application application = Application.of(
                settings,
                settings.upstreams().stream()
                        .map(named -> Upstream.shown(settings.at(named)))
                        .toList(),
                Clock.systemUTC());

        assertThat(settings.upstreams()).extracting(NamedUpstream::name).containsExactly("azure-eu", "openai-main");
        assertThat(application.callerPolicies())
                .extracting(NamedPolicy::name)
                .containsExactly("caller", Application.ROUTE);
    }

    @Test
    void theExampleOfWorkloadIdentityIsValid() throws Exception {
        Settings settings = read(example(1));

        assertThat(Upstream.shown(settings).credential())
                .hasToString("WorkloadToken[https://auth.openai.com/oauth/token]");
    }

    private Settings read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), yaml);
        return SettingsReader.read(new Sources(Map.of(), Map.of(), Optional.of(file), false));
    }

    private static String example(int number) throws IOException {
        return Files.readString(Path.of("docs", "upstreams.md"))
                .split("```yaml\n", -1)[number + 1]
                .split("```", 2)[0];
    }
}
