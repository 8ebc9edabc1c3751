package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.Secret;
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
import dev.ephemint.server.settings.network.AddressRanges.Range;
import dev.ephemint.server.settings.network.ProxySettings;
import dev.ephemint.server.settings.network.ProxySettings.Forwarding;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsMappingTest {

    @Test
    void mapsEveryOpenAiProperty(@TempDir Path directory) throws IOException {
        Path rules = Files.writeString(directory.resolve("rules.json"), "{}");
        Path pepper = Files.writeString(directory.resolve("pepper"), "p".repeat(32) + "\n");
        Path file = Files.writeString(directory.resolve("ephemint.properties"), """
                server.host=localhost
                server.port=0
                server.max-request-bytes=4096
                server.allowed-hosts=mint.example.org, mint.example.com
                server.max-connections=20
                server.trusted-proxies=10.0.0.0/8, ::1
                server.forwarded-header=forwarded
                server.proxy-protocol=true
                server.stop-delay=PT7S
                server.cors-origins=https://captions.example, http://localhost:3000
                upstream.url=https://api.openai.com/v1
                upstream.connect-timeout=PT1S
                server.max-requests=9
                server.body-timeout=PT3S
                server.min-body-rate=0
                upstream.timeout=PT4.5S
                upstream.max-connections=7
                upstream.breaker-percent=80
                upstream.breaker-wait=PT6S
                upstream.max-response-bytes=8192
                openai.organization=org-1
                openai.project=proj_1
                mint.default-model=gpt-transcribe
                mint.expires-after-seconds=60
                mint.retirement-warning-days=30
                mint.defer=false
                mint.repair=true
                mint.model-rules-file=%s
                auth.pepper-file=%s
                sealed.keys-file=%s
                sealed.lifetime=PT30S
                sealed.policies=captions
                sealed.origins=https://captions.example
                sealed.use=both
                page.enabled=false
                log.format=json
                metrics.enabled=true
                metrics.host=::1
                metrics.port=0
                tracing.otlp-url=http://127.0.0.1:4318/v1/traces
                tracing.sample-percent=10
                """.formatted(rules, pepper, pepper));

        Settings settings = SettingsReader.read(
                Sources.ofEnvironment(Map.of("EPHEMINT_OPENAI_API_KEY", "sk-1"), Optional.of(file), true));

        assertThat(settings)
                .isEqualTo(new Settings(
                        new ServerSettings(
                                "localhost",
                                0,
                                4096,
                                9,
                                20,
                                Duration.ofSeconds(3),
                                0,
                                Duration.ofSeconds(14),
                                List.of("mint.example.org", "mint.example.com"),
                                List.of("https://captions.example", "http://localhost:3000"),
                                new ProxySettings(
                                        new AddressRanges(List.of(
                                                Range.of("10.0.0.0/8").orElseThrow(),
                                                Range.of("::1").orElseThrow())),
                                        Forwarding.FORWARDED,
                                        true),
                                Duration.ofSeconds(7),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        new UpstreamSettings(
                                DialectName.OPENAI,
                                Optional.of("https://api.openai.com/v1"),
                                Duration.ofSeconds(1),
                                Duration.ofMillis(4500),
                                8192,
                                7,
                                80,
                                Duration.ofSeconds(6)),
                        new OpenAiSettings(
                                Optional.of(new Secret("sk-1")),
                                Optional.empty(),
                                Optional.of("org-1"),
                                Optional.of("proj_1"),
                                Optional.empty()),
                        defaults().azure(),
                        new MintSettings("gpt-transcribe", 60, 30, false, true, Optional.of(rules)),
                        defaults().admission(),
                        defaults().audit(),
                        new AuthSettings(Optional.of(new Secret("p".repeat(32)))),
                        new SealedSettings(
                                Optional.of(pepper),
                                Duration.ofSeconds(30),
                                List.of("captions"),
                                List.of("https://captions.example"),
                                SealedSettings.Use.BOTH),
                        new PageSettings(Optional.of(false)),
                        new LogSettings(LogFormat.JSON),
                        new MetricsSettings(true, "::1", 0),
                        new TracingSettings(Optional.of(URI.create("http://127.0.0.1:4318/v1/traces")), 10),
                        List.of(),
                        ConfigSections.NONE));
    }

    @Test
    void mapsEveryAzureProperty(@TempDir Path directory) throws IOException {
        Path key = Files.writeString(directory.resolve("key"), "az-1\n");

        Settings settings = SettingsReader.read(Sources.ofEnvironment(
                Map.of(
                        "EPHEMINT_UPSTREAM_DIALECT", "azure-preview",
                        "EPHEMINT_UPSTREAM_URL", "https://example.openai.azure.com",
                        "EPHEMINT_AZURE_CREDENTIAL", "api-key",
                        "EPHEMINT_AZURE_API_KEY_FILE", key.toString(),
                        "EPHEMINT_AZURE_ENTRA_SCOPE", "https://cognitiveservices.azure.com/.default",
                        "EPHEMINT_AZURE_API_VERSION", "2026-01-01-preview",
                        "EPHEMINT_AZURE_DEPLOYMENTS", "gpt-live-transcribe=live, gpt-realtime=talk"),
                Optional.empty(),
                false));

        assertThat(settings.upstream().dialect()).isEqualTo(DialectName.AZURE_PREVIEW);
        assertThat(settings.azure())
                .isEqualTo(new AzureSettings(
                        AzureCredential.API_KEY,
                        Optional.of(new Secret("az-1")),
                        Optional.of(key),
                        "https://cognitiveservices.azure.com/.default",
                        "2026-01-01-preview",
                        Map.of("gpt-live-transcribe", "live", "gpt-realtime", "talk")));
    }

    @Test
    void entraNeedsNoKey() {
        Settings settings = SettingsReader.read(Sources.ofEnvironment(
                Map.of(
                        "EPHEMINT_UPSTREAM_DIALECT", "azure",
                        "EPHEMINT_UPSTREAM_URL", "https://example.openai.azure.com",
                        "EPHEMINT_AZURE_CREDENTIAL", "entra",
                        "AZURE_OPENAI_API_KEY", "left over"),
                Optional.empty(),
                false));

        assertThat(settings.azure().credential()).isEqualTo(AzureCredential.ENTRA);
        assertThat(settings.azure().apiKey()).isEmpty();
    }

    @Test
    void environmentOverridesTheFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("ephemint.properties"), "server.port=1\nlog.format=json\n");

        Settings settings = SettingsReader.read(Sources.ofEnvironment(
                Map.of("EPHEMINT_SERVER_PORT", "2", "EPHEMINT_CONFIG", file.toString()), Optional.empty(), false));

        assertThat(settings.server().port()).isEqualTo(2);
        assertThat(settings.log().format()).isEqualTo(LogFormat.JSON);
    }

    @Test
    void commandLineFileOverridesTheEnvironmentsFile(@TempDir Path directory) throws IOException {
        Path wanted = Files.writeString(directory.resolve("wanted.properties"), "server.port=1\n");

        Settings settings = SettingsReader.read(Sources.ofEnvironment(
                Map.of("EPHEMINT_CONFIG", directory.resolve("missing").toString()), Optional.of(wanted), false));

        assertThat(settings.server().port()).isEqualTo(1);
    }

    @Test
    void readsTheKeyFromTheVendorsVariable() {
        Settings openai = SettingsReader.read(Sources.ofEnvironment(
                Map.of("EPHEMINT_UPSTREAM_URL", "https://api.openai.com", "OPENAI_API_KEY", "sk-2"),
                Optional.empty(),
                false));
        Settings azure = SettingsReader.read(Sources.ofEnvironment(
                Map.of(
                        "EPHEMINT_UPSTREAM_DIALECT", "azure",
                        "EPHEMINT_UPSTREAM_URL", "https://example.openai.azure.com",
                        "AZURE_OPENAI_API_KEY", "az-2"),
                Optional.empty(),
                false));

        assertThat(openai.openai().apiKey()).contains(new Secret("sk-2"));
        assertThat(azure.azure().apiKey()).contains(new Secret("az-2"));
    }

    @Test
    void ownVariableOverridesTheVendorsVariable() {
        Settings settings = SettingsReader.read(Sources.ofEnvironment(
                Map.of(
                        "EPHEMINT_UPSTREAM_URL", "https://api.openai.com",
                        "EPHEMINT_OPENAI_API_KEY", "sk-1",
                        "OPENAI_API_KEY", "sk-2"),
                Optional.empty(),
                false));

        assertThat(settings.openai().apiKey()).contains(new Secret("sk-1"));
    }

    @Test
    void insecureAllowsAnyAddressAndPlainHttp() {
        Settings settings = SettingsReader.read(new Sources(
                Map.of(
                        "server.host", "0.0.0.0",
                        "upstream.url", "http://vendor.internal:8000",
                        "openai.api-key", "sk-1"),
                Map.of(),
                Optional.empty(),
                true));

        assertThat(settings.server().host()).isEqualTo("0.0.0.0");
        assertThat(settings.upstream().url()).contains("http://vendor.internal:8000");
    }

    private static Settings defaults() {
        return SettingsReader.read(Sources.of(Map.of()));
    }
}
