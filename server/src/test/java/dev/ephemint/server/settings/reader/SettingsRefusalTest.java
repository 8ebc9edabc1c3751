package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.server.settings.BadSettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SettingsRefusalTest {

    private static final String KEY = "sk-planted";
    private static final Map<String, String> OPENAI =
            Map.of("upstream.url", "https://api.openai.com", "openai.api-key", KEY);
    private static final Map<String, String> AZURE = Map.of(
            "upstream.dialect", "azure",
            "upstream.url", "https://example.openai.azure.com",
            "azure.api-key", KEY);

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void rejectsInvalidSettings(Map<String, String> base, Map<String, String> change, String problem) {
        Map<String, String> given = new LinkedHashMap<>(base);
        given.putAll(change);

        assertThat(problems(Sources.of(given))).containsExactly(problem);
    }

    static Stream<Arguments> rejectsInvalidSettings() {
        return Stream.of(values(), limits(), vendors(), mixUps(), azure()).flatMap(arguments -> arguments);
    }

    private static Stream<Arguments> values() {
        return Stream.of(
                refusal(Map.of("server.prot", "1"), "server.prot: unknown setting, did you mean server.port?"),
                refusal(Map.of("completely.different", "1"), "completely.different: unknown setting"),
                refusal(Map.of("server.port", "http"), "server.port: must be a whole number"),
                refusal(
                        Map.of("upstream.timeout", "10s"),
                        "upstream.timeout: must be a duration such as PT2S or PT0.5S"),
                refusal(
                        Map.of("upstream.dialect", "bedrock"),
                        "upstream.dialect: must be one of [openai, openai-beta, azure, azure-preview]"),
                refusal(Map.of("page.enabled", "maybe"), "page.enabled: must be true or false"),
                refusal(Map.of("log.format", "xml"), "log.format: must be one of [text, json]"),
                refusal(
                        Map.of("mint.model-rules-file", "/missing.json"),
                        "mint.model-rules-file: cannot read file /missing.json"));
    }

    private static Stream<Arguments> limits() {
        return Stream.of(
                refusal(Map.of("server.port", "65536"), "server.port: must be less than or equal to 65535, got 65536"),
                refusal(Map.of("server.port", "-1"), "server.port: must be greater than or equal to 0, got -1"),
                refusal(
                        Map.of("server.max-request-bytes", "1"),
                        "server.max-request-bytes: must be greater than or equal to 1024, got 1"),
                refusal(
                        Map.of("upstream.max-response-bytes", "1"),
                        "upstream.max-response-bytes: must be greater than or equal to 1024, got 1"),
                refusal(Map.of("upstream.timeout", "PT0S"), "upstream.timeout: must be greater than zero, got PT0S"),
                refusal(
                        Map.of("upstream.connect-timeout", "PT2M"),
                        "upstream.connect-timeout: must be at most PT1M, got PT2M"),
                refusal(
                        Map.of("mint.expires-after-seconds", "9"),
                        "mint.expires-after-seconds: must be greater than or equal to 10, got 9"),
                refusal(
                        Map.of("mint.expires-after-seconds", "7201"),
                        "mint.expires-after-seconds: must be less than or equal to 7200, got 7201"),
                refusal(
                        Map.of("upstream.dialect", "azure-preview", "mint.expires-after-seconds", "60"),
                        "mint.expires-after-seconds: is not used by dialect azure-preview, because the vendor"
                                + " sets the lifetime; remove it"),
                refusal(Map.of("mint.defer", "yes"), "mint.defer: must be true or false"),
                refusal(
                        Map.of("mint.retirement-warning-days", "-1"),
                        "mint.retirement-warning-days: must be greater than or equal to 0, got -1"),
                refusal(
                        Map.of("openai.organization", "org 1"),
                        "openai.organization: must be visible ASCII characters without spaces"));
    }

    private static Stream<Arguments> vendors() {
        return Stream.of(
                refusal(
                        OPENAI,
                        Map.of("upstream.url", "http://api.openai.com"),
                        "upstream.url: plain http would expose the credential; use https, or start with --insecure"),
                refusal(Map.of("openai.api-key", KEY), "openai.api-key: is set, but upstream.url is not"),
                refusal(
                        Map.of("upstream.url", "https://api.openai.com"),
                        "upstream.url: is set, but no credential is; set openai.api-key or openai.api-key-file"),
                refusal(
                        OPENAI,
                        Map.of("openai.api-key", "sk planted"),
                        "openai.api-key: holds no key: must be visible ASCII characters without spaces"),
                refusal(
                        OPENAI,
                        Map.of("openai.api-key-file", "/missing"),
                        "openai.api-key: set either this or openai.api-key-file, not both"),
                refusal(
                        Map.of("upstream.url", "https://api.openai.com", "openai.api-key-file", "/missing"),
                        "openai.api-key-file: cannot read file /missing"),
                refusal(
                        OPENAI,
                        Map.of("upstream.dialect", "openai-beta"),
                        "upstream.dialect: OpenAI removed its beta on 2026-05-12; use openai"),
                refusal(
                        Map.of("server.allowed-hosts", "localhost, mint.example"),
                        "server.allowed-hosts: callers are not checked, so anyone who reaches the proxy can mint on your"
                                + " account; configure callers, remove it, or start with --insecure behind a proxy that checks callers"),
                refusal(
                        Map.of("server.host", "0.0.0.0"),
                        "server.host: callers are not checked, so anyone who reaches this service can mint on your account;"
                                + " configure callers, listen on 127.0.0.1, or start with --insecure behind a proxy that checks callers"));
    }

    /** One problem, although every other setting of the vendor is the other's as well. */
    private static Stream<Arguments> mixUps() {
        String isAzures = " belongs to Azure; set upstream.dialect=azure, with the key in azure.api-key"
                + " (or azure.credential=entra)";
        String isOpenAis = " belongs to OpenAI; set upstream.dialect=openai, with the key in openai.api-key";
        return Stream.of(
                refusal(
                        OPENAI,
                        Map.of("upstream.url", "https://r.openai.azure.com"),
                        "upstream.dialect: r.openai.azure.com" + isAzures),
                refusal(
                        Map.of("upstream.url", "r.services.ai.azure.com/openai/v1", "azure.api-key", KEY),
                        "upstream.dialect: r.services.ai.azure.com" + isAzures),
                refusal(
                        OPENAI,
                        Map.of(
                                "upstream.dialect",
                                "openai-beta",
                                "upstream.url",
                                "wss://R.cognitiveservices.azure.com"),
                        "upstream.dialect: R.cognitiveservices.azure.com" + isAzures),
                refusal(
                        AZURE,
                        Map.of("upstream.url", "https://api.openai.com/v1"),
                        "upstream.dialect: api.openai.com" + isOpenAis),
                refusal(
                        Map.of("upstream.dialect", "azure-preview", "upstream.url", "https://eu.api.openai.com"),
                        "upstream.dialect: eu.api.openai.com" + isOpenAis));
    }

    private static Stream<Arguments> azure() {
        String version = "the GA routes respond with 401 to an api-version; remove it or use dialect azure-preview";
        return Stream.of(
                refusal(AZURE, Map.of("azure.api-version", "2025-04-01-preview"), "azure.api-version: " + version),
                refusal(
                        AZURE,
                        Map.of("upstream.dialect", "azure-preview", "azure.api-version", "latest"),
                        "azure.api-version: must look like 2025-04-01-preview"),
                refusal(
                        AZURE,
                        Map.of("azure.entra-scope", "https://openai.azure.com/.default"),
                        "azure.entra-scope: is not accepted by Azure OpenAI; use"
                                + " https://ai.azure.com/.default or https://cognitiveservices.azure.com/.default"),
                refusal(
                        AZURE,
                        Map.of("azure.entra-scope", "https://ai.azure.com"),
                        "azure.entra-scope: must look like https://<resource>/.default"),
                refusal(
                        AZURE,
                        Map.of("azure.deployments", "a=b,c"),
                        "azure.deployments: must be model=deployment pairs, comma-separated, each model once"),
                refusal(
                        AZURE,
                        Map.of("azure.deployments", "a=b,a=c"),
                        "azure.deployments: must be model=deployment pairs, comma-separated, each model once"),
                refusal(
                        AZURE,
                        Map.of("azure.credential", "entra"),
                        "azure.credential: is entra, but a key is set too; remove one of them"),
                refusal(
                        Map.of("upstream.dialect", "azure", "upstream.url", "https://example.openai.azure.com"),
                        "upstream.url: is set, but no credential is; set azure.api-key, azure.api-key-file or"
                                + " azure.credential=entra"),
                refusal(
                        AZURE,
                        Map.of("openai.project", "proj_1"),
                        "openai.project: is not used by dialect azure; remove it or change upstream.dialect"),
                refusal(
                        OPENAI,
                        Map.of("azure.deployments", "a=b"),
                        "azure.deployments: is not used by dialect openai; remove it or change upstream.dialect"));
    }

    @Test
    void listsEveryProblemAtOnce() {
        Map<String, String> given = Map.of("server.port", "x", "log.format", "x", "mint.expires-after-seconds", "1");

        assertThat(problems(Sources.of(given)))
                .containsExactly(
                        "server.port: must be a whole number",
                        "log.format: must be one of [text, json]",
                        "mint.expires-after-seconds: must be greater than or equal to 10, got 1");
    }

    @Test
    void rejectsASecretInTheFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("ephemint.properties"), "openai.api-key=" + KEY + "\n");

        assertThat(problems(Sources.ofEnvironment(Map.of(), Optional.of(file), false)))
                .containsExactly("openai.api-key: must not be in this file, because it is a secret; set"
                        + " EPHEMINT_OPENAI_API_KEY or openai.api-key-file");
    }

    @Test
    void rejectsAMistypedVariable() {
        assertThat(problems(Sources.ofEnvironment(Map.of("EPHEMINT_UPSTREAM_URI", "x"), Optional.empty(), false)))
                .containsExactly("EPHEMINT_UPSTREAM_URI: unknown setting, did you mean" + " EPHEMINT_UPSTREAM_URL?");
    }

    @ParameterizedTest
    @CsvSource({
        "openai, https://api.openai.com, OPENAI_API_KEY, openai.api-key-file",
        "azure, https://example.openai.azure.com, AZURE_OPENAI_API_KEY, azure.api-key-file"
    })
    void rejectsTheVendorsVariableBesideAKeyFile(
            String dialect, String url, String variable, String property, @TempDir Path directory) throws IOException {
        Path keyFile = Files.writeString(directory.resolve("key"), KEY);
        Map<String, String> environment = Map.of(
                "EPHEMINT_UPSTREAM_DIALECT",
                dialect,
                "EPHEMINT_UPSTREAM_URL",
                url,
                "EPHEMINT_" + property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                keyFile.toString(),
                variable,
                KEY);

        assertThat(problems(Sources.ofEnvironment(environment, Optional.empty(), false)))
                .containsExactly(property + ": set either this or " + variable + ", not both");
    }

    @Test
    void rejectsAMissingFile() {
        assertThat(problems(Sources.ofEnvironment(Map.of(), Optional.of(Path.of("/missing")), false)))
                .containsExactly("/missing: cannot be read as a .properties file in UTF-8");
    }

    private static Arguments refusal(Map<String, String> change, String problem) {
        return refusal(Map.of(), change, problem);
    }

    private static Arguments refusal(Map<String, String> base, Map<String, String> change, String problem) {
        return Arguments.of(base, change, problem);
    }

    private static List<String> problems(Sources sources) {
        List<String> problems = catchThrowableOfType(BadSettingsException.class, () -> SettingsReader.read(sources))
                .problems();
        assertThat(problems).noneMatch(problem -> problem.contains("planted"));
        return problems;
    }
}
