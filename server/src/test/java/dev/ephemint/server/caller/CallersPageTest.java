package dev.ephemint.server.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.settings.ConfigSections;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.testing.SelfSigned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration of the page about callers can be used as it stands there. */
final class CallersPageTest {

    @Test
    void theDocumentedConfigurationIsValid(@TempDir Path directory) throws Exception {
        SelfSigned made = SelfSigned.in(directory, "EC");
        Path pepper = Files.writeString(directory.resolve("pepper"), TestKeys.PEPPER);
        String page = Files.readString(Path.of("docs", "callers.md"));
        String yaml = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n\nAll members"))
                .replace("/etc/ephemint/tls.crt", made.certificate().toString())
                .replace("/etc/ephemint/tls.key", made.key().toString())
                .replace("/etc/ephemint/clients-ca.crt", made.certificate().toString())
                .replace("/run/secrets/pepper", pepper.toString());
        Path file = Files.writeString(directory.resolve("a.yaml"), yaml);

        ConfigSections sections = SettingsReader.read(new Sources(Map.of(), Map.of(), Optional.of(file), false))
                .sections();

        assertThat(CallersReader.read(sections, Optional.of(new Secret(TestKeys.PEPPER)), Clock.systemUTC()))
                .isInstanceOf(Callers.class);
    }
}
