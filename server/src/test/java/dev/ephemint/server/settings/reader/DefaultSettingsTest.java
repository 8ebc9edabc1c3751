package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.settings.AdmissionSettings;
import dev.ephemint.server.settings.AuditSettings;
import dev.ephemint.server.settings.AuthSettings;
import dev.ephemint.server.settings.AzureCredential;
import dev.ephemint.server.settings.AzureSettings;
import dev.ephemint.server.settings.ConfigSections;
import dev.ephemint.server.settings.LogFormat;
import dev.ephemint.server.settings.LogSettings;
import dev.ephemint.server.settings.MetricsSettings;
import dev.ephemint.server.settings.MintSettings;
import dev.ephemint.server.settings.OpenAiSettings;
import dev.ephemint.server.settings.PageSettings;
import dev.ephemint.server.settings.SealedSettings;
import dev.ephemint.server.settings.ServerSettings;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.TracingSettings;
import dev.ephemint.server.settings.UpstreamSettings;
import dev.ephemint.server.settings.network.AddressRanges;
import dev.ephemint.server.settings.network.ProxySettings;
import dev.ephemint.server.settings.network.ProxySettings.Forwarding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DefaultSettingsTest {

    @Test
    void defaultsAreTheSandboxOnLoopback() {
        Settings settings = SettingsReader.read(Sources.of(Map.of()));

        assertThat(settings)
                .isEqualTo(new Settings(
                        new ServerSettings(
                                "127.0.0.1",
                                8080,
                                262_144,
                                500,
                                10_000,
                                Duration.ofSeconds(10),
                                100,
                                Duration.ofSeconds(25),
                                List.of(),
                                List.of(),
                                new ProxySettings(new AddressRanges(List.of()), Forwarding.X_FORWARDED, false),
                                Duration.ZERO,
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        new UpstreamSettings(
                                DialectName.OPENAI,
                                Optional.empty(),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(10),
                                1_048_576,
                                500,
                                50,
                                Duration.ofSeconds(5)),
                        new OpenAiSettings(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new AzureSettings(
                                AzureCredential.API_KEY,
                                Optional.empty(),
                                Optional.empty(),
                                "https://ai.azure.com/.default",
                                "2025-04-01-preview",
                                Map.of()),
                        new MintSettings("gpt-4o-transcribe", 600, 180, true, false, Optional.empty()),
                        new AdmissionSettings(
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofMillis(250),
                                16,
                                AdmissionSettings.WhenAway.DENY,
                                1),
                        new AuditSettings(
                                Optional.empty(), true, false, 100_000, true, Optional.empty(), Optional.empty()),
                        new AuthSettings(Optional.empty()),
                        new SealedSettings(
                                Optional.empty(),
                                Duration.ofMinutes(1),
                                List.of(),
                                List.of(),
                                SealedSettings.Use.EXCHANGE),
                        new PageSettings(Optional.empty()),
                        new LogSettings(LogFormat.TEXT),
                        new MetricsSettings(false, "127.0.0.1", 9464),
                        new TracingSettings(Optional.empty(), 100),
                        List.of(),
                        ConfigSections.NONE));
    }

    @Test
    void treatsBlankAsUnset() {
        Sources blank = Sources.ofEnvironment(
                Map.of("EPHEMINT_UPSTREAM_URL", " ", "EPHEMINT_CONFIG", ""), Optional.empty(), false);

        assertThat(SettingsReader.read(blank)).isEqualTo(SettingsReader.read(Sources.of(Map.of())));
    }

    @Test
    void ignoresKubernetesServiceLinks() {
        Sources pod = Sources.ofEnvironment(
                Map.of(
                        "EPHEMINT_SERVICE_HOST", "10.0.0.1",
                        "EPHEMINT_PORT", "tcp://10.0.0.1:80",
                        "EPHEMINT_PORT_80_TCP_ADDR", "10.0.0.1"),
                Optional.empty(),
                false);

        assertThat(SettingsReader.read(pod)).isEqualTo(SettingsReader.read(Sources.of(Map.of())));
    }

    @Test
    void ignoresVendorVariablesWithoutAnUpstreamUrl() {
        Sources developer = Sources.ofEnvironment(
                Map.of("OPENAI_API_KEY", "sk-1", "AZURE_OPENAI_API_KEY", "az-1"), Optional.empty(), false);

        assertThat(SettingsReader.read(developer)).isEqualTo(SettingsReader.read(Sources.of(Map.of())));
    }
}
