package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.settings.AzureCredential;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.NamedUpstream;
import dev.ephemint.server.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UpstreamsReaderTest {

    private static final String KEY = "sk-planted-0123456789abcdef";

    @Test
    void readsEachInItsOrder(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
        Settings settings = read(Map.of("upstreams", """
                azure-eu:
                  dialect: azure
                  url: https://my-resource.openai.azure.com
                  credential: {entra: {scope: 'https://cognitiveservices.azure.com/.default'}}
                  deployments: {gpt-live-transcribe: ears}
                  timeout: PT5S
                  connect-timeout: PT0.5S
                  max-connections: 20
                openai-main:
                  dialect: openai
                  url: https://api.openai.com
                  credential: {key-file: %s}
                  organization: org_1
                  project: proj_1
                  model-names: {captions: gpt-4o-transcribe}
                  models: ['gpt-*']
                stand-in: {dialect: openai-beta}
                """.formatted(file)));

        NamedUpstream azure = settings.upstreams().get(0);
        NamedUpstream openai = settings.upstreams().get(1);
        assertThat(settings.upstreams())
                .extracting(NamedUpstream::name)
                .containsExactly("azure-eu", "openai-main", "stand-in");
        assertThat(azure.azure().credential()).isEqualTo(AzureCredential.ENTRA);
        assertThat(azure.azure().entraScope()).isEqualTo("https://cognitiveservices.azure.com/.default");
        assertThat(azure.azure().deployments()).isEqualTo(Map.of("gpt-live-transcribe", "ears"));
        assertThat(azure.upstream().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(azure.upstream().connectTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(azure.upstream().maxConnections()).isEqualTo(20);
        assertThat(openai.openai().apiKey()).contains(new Secret(KEY));
        assertThat(openai.openai().apiKeyFile()).contains(file);
        assertThat(openai.openai().organization()).contains("org_1");
        assertThat(openai.openai().project()).contains("proj_1");
        assertThat(openai.modelNames()).isEqualTo(Map.of("captions", "gpt-4o-transcribe"));
        assertThat(openai.models()).containsExactly("gpt-*");
        assertThat(openai.upstream().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.upstreams().get(2).upstream().url()).isEmpty();
    }

    @Test
    void theFirstStandsForTheOnlyOne() {
        Settings settings = read(Map.of("upstreams", "{one: {dialect: azure}, two: {dialect: openai}}"));

        assertThat(settings.upstream().dialect()).isEqualTo(DialectName.AZURE);
        assertThat(settings.mint().defaultModel()).isEqualTo("gpt-live-transcribe");
        assertThat(settings.at(settings.upstreams().get(1)).upstream().dialect())
                .isEqualTo(DialectName.OPENAI);
    }

    @Test
    void theTimeForARequestFollowsTheSlowest() {
        Settings settings =
                read(Map.of("upstreams", "{one: {dialect: azure}, two: {dialect: openai, timeout: PT30S}}"));

        assertThat(settings.server().requestTimeout()).isEqualTo(Duration.ofSeconds(65));
    }

    @Test
    void hidesEveryKey() {
        Settings settings = read(
                Map.of(
                        "upstreams",
                        "{one: {dialect: azure}, two: {dialect: openai, url: 'https://api.openai.com', credential: {key-env: THE_KEY}}}"));

        assertThat(settings.redactor().hide("key " + KEY)).doesNotContain(KEY);
        assertThat(settings.toString()).doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{Bad_Name: {dialect: openai}}                         | upstreams.Bad_Name",
                "{a: {url: x}}                                         | upstreams.a.dialect",
                "{a: {dialect: soap}}                                  | upstreams.a.dialect",
                "{a: {dialect: openai, timeout: PT2M}}                 | upstreams.a.timeout: must be greater than zero and at most PT1M",
                "{a: {dialect: openai, connect-timeout: PT0S}}         | upstreams.a.connect-timeout: must be greater than zero",
                "{a: {dialect: openai, timeout: PT1.1.1S}}             | upstreams.a.timeout: must be a duration",
                "{a: {dialect: openai, url: 'https://api.openai.com'}} | upstreams.a.credential: is missing",
                "{a: {dialect: openai, credential: {key-env: THE_KEY}}}| upstreams.a.url: is missing",
                "{a: {dialect: openai, url: 'https://x', credential: {key-env: NONE}}}     | upstreams.a.credential.key-env: the environment variable is not set",
                "{a: {dialect: openai, url: 'https://x', credential: {key-env: TWO_WORDS}}}| upstreams.a.credential.key-env: holds no key",
                "{a: {dialect: openai, url: 'https://x', credential: {key-file: /no/file}}}| upstreams.a.credential.key-file: cannot read file",
                "{a: {dialect: openai, url: 'https://x', credential: {key: sk-secret}}}    | upstreams.a.credential.key",
                "{a: {dialect: openai, url: 'https://x', credential: {}}}                  | upstreams.a.credential",
                "{a: {dialect: openai, url: 'http://x', credential: {key-env: THE_KEY}}}   | upstreams.a.url: plain http",
                "{a: {dialect: openai, url: 'https://x.openai.azure.com', credential: {key-env: THE_KEY}}} | upstreams.a.dialect: x.openai.azure.com belongs to Azure; use dialect azure",
                "{a: {dialect: openai-beta, url: 'https://api.openai.com', credential: {key-env: THE_KEY}}} | upstreams.a.dialect: OpenAI removed its beta",
                "{a: {dialect: openai, deployments: {x: y}}}           | upstreams.a.deployments: is not used by dialect openai",
                "{a: {dialect: azure, project: p}}                     | upstreams.a.project: is not used by dialect azure",
                "{a: {dialect: azure, api-version: 2025-04-01-preview}}| upstreams.a.api-version: the GA routes",
                "{a: {dialect: openai, url: 'https://x', credential: {entra: {}}}}         | upstreams.a.credential.entra: is not used",
                "{a: {dialect: azure, url: 'https://x', credential: {entra: {scope: 'https://openai.azure.com/.default'}}}} | upstreams.a.credential.entra.scope: is not accepted",
                "{a: {dialect: openai, url: 'https://x', credential: {workload-identity: {token-file: /t, identity-provider-id: i, service-account-id: s, token-url: 'http://x/y'}}}} | upstreams.a.credential.workload-identity.token-url: plain http",
                "{a: {dialect: openai, url: 'https://x', credential: {workload-identity: {token-file: /t, identity-provider-id: i, service-account-id: s, token-url: 'https://x y'}}}} | upstreams.a.credential.workload-identity.token-url: is not a URL",
                "{a: {dialect: openai, modles: [x]}}                   | upstreams.a.modles",
            })
    void reportsEachProblemByItsPath(String upstreams, String problem) {
        BadSettingsException refused =
                catchThrowableOfType(BadSettingsException.class, () -> read(Map.of("upstreams", upstreams)));

        assertThat(refused.problems()).anySatisfy(found -> assertThat(found).startsWith(problem));
        assertThat(refused.problems().toString()).doesNotContain("sk-secret").doesNotContain(KEY);
    }

    @Test
    void reportsAllProblemsAtOnce() {
        BadSettingsException refused = catchThrowableOfType(
                BadSettingsException.class,
                () -> read(Map.of(
                        "upstreams",
                        "{a: {dialect: azure, project: p}, b: {dialect: openai, deployments: {x: y}}}",
                        "upstream.url",
                        "https://api.openai.com",
                        "azure.deployments",
                        "x=y")));

        assertThat(refused.problems())
                .containsExactlyInAnyOrder(
                        "upstreams.a.project: is not used by dialect azure; remove it",
                        "upstreams.b.deployments: is not used by dialect openai; remove it",
                        "upstream.url: is not used if upstreams is set; move it to one of upstreams, or remove upstreams",
                        "azure.deployments: is not used if upstreams is set; move it to one of upstreams, or remove upstreams");
    }

    private static Settings read(Map<String, String> given) {
        Map<String, String> environment = Map.of("THE_KEY", KEY, "TWO_WORDS", "two words");
        return SettingsReader.read(new Sources(new HashMap<>(given), environment, Optional.empty(), false));
    }
}
