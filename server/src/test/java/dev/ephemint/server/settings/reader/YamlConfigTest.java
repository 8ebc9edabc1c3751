package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.ConfigSections;
import dev.ephemint.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlConfigTest {

    private final Path directory;

    YamlConfigTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ephemint.yaml", "ephemint.yml", "EPHEMINT.YAML"})
    void readsNestedKeysAndSections(String name) throws IOException {
        Settings settings = SettingsReader.read(yaml(name, """
                # yaml-language-server: $schema=config.schema.json
                server:
                  port: 0
                  allowed-hosts: [localhost, 127.0.0.1]
                upstream:
                  timeout: PT4.5S
                azure:
                page: {enabled: true}
                policies: &all
                  open: {}
                callers: *all
                """));

        assertThat(settings.server().port()).isZero();
        assertThat(settings.server().allowedHosts()).containsExactly("localhost", "127.0.0.1");
        assertThat(settings.upstream().timeout()).isEqualTo(Duration.ofMillis(4500));
        assertThat(settings.page().enabled()).contains(true);
        ConfigSections sections = settings.sections();
        assertThat(sections.policies().has("open")).isTrue();
        assertThat(sections.callers()).isEqualTo(sections.policies());
        assertThat(sections.upstreams().isMissingNode()).isTrue();
        assertThat(sections.file()).contains(directory.resolve(name));
    }

    @Test
    void mappingsEqualPairs() throws IOException {
        Settings settings = SettingsReader.read(yaml("a.yaml", """
                upstream: {dialect: azure, url: "https://r.openai.azure.com"}
                azure: {credential: entra, deployments: {gpt-live-transcribe: live, gpt-realtime: talk}}
                """));

        assertThat(settings.azure().deployments())
                .isEqualTo(Map.of("gpt-live-transcribe", "live", "gpt-realtime", "talk"));
    }

    @Test
    void anEmptyFileChangesNothing() throws IOException {
        Settings settings = SettingsReader.read(yaml("a.yaml", "# nothing\n"));

        assertThat(settings.server())
                .isEqualTo(SettingsReader.read(Sources.of(Map.of())).server());
    }

    @Test
    void environmentOverridesTheFile() throws IOException {
        Path file = Files.writeString(directory.resolve("a.yaml"), "server: {port: 1}");
        Sources sources = Sources.ofEnvironment(
                Map.of("EPHEMINT_SERVER_PORT", "2", "EPHEMINT_CONFIG", file.toString()), Optional.empty(), false);

        assertThat(SettingsReader.read(sources).server().port()).isEqualTo(2);
    }

    @Test
    void reportsEveryProblemByItsPath() throws IOException {
        assertThat(problems(yaml("a.yaml", """
                        server: {prot: 1, port: "80", host: 0.0.0.0, allowed-hosts: [1]}
                        upstrem: {}
                        upstream: {dialect: bedrock, timeout: 5}
                        mint: {defer: yes}
                        openai: {api-key: sk-planted}
                        policies: [a]
                        """)))
                .contains(
                        "server.prot: unknown setting, did you mean server.port?",
                        "server.port: must be a whole number",
                        "server.allowed-hosts[0]: must be a text (quote it if it looks like a number)",
                        "upstrem: unknown setting, did you mean upstream?",
                        "upstream.dialect: must be one of openai, openai-beta, azure, azure-preview",
                        "upstream.timeout: must be a text (quote it if it looks like a number)",
                        "mint.defer: must be true or false",
                        "openai.api-key: must not be in this file, because it is a secret; set"
                                + " EPHEMINT_OPENAI_API_KEY or openai.api-key-file",
                        "policies: must be a mapping")
                .anyMatch(problem -> problem.startsWith("server.host: callers are not checked"))
                .hasSize(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'server: {port: 1'                    | 'is not valid YAML: line 1, column 17'",
                "'server: {port: 1, port: 2}'          | 'is not valid YAML: line 1, column 19'",
                "'server: !!java.net.URL {a: planted}' | 'is not valid YAML: line 1, column 9'",
                "'server: *planted'                    | 'is not valid YAML: line 1, column 9'",
            })
    void namesTheLineOfMalformedYamlAndQuotesNothing(String yaml, String problem) throws IOException {
        assertThat(problems(yaml("a.yaml", yaml))).containsExactly(directory.resolve("a.yaml") + ": " + problem);
    }

    @Test
    void aTextIsNoConfiguration() throws IOException {
        assertThat(problems(yaml("a.yaml", "sk-planted"))).containsExactly("the configuration: must be a mapping");
    }

    @Test
    void reportsAMissingFile() {
        Path missing = directory.resolve("missing.yaml");

        assertThat(problems(Sources.ofEnvironment(Map.of(), Optional.of(missing), false)))
                .containsExactly(missing + ": cannot be read as a YAML file in UTF-8");
    }

    @Test
    void aSectionCanBeGivenAsYamlText() {
        Settings settings = SettingsReader.read(Sources.of(Map.of("policies", "{open: {}}")));

        assertThat(settings.sections().policies().has("open")).isTrue();
        assertThat(problems(Sources.of(Map.of("policies", "{"))))
                .containsExactly("policies: is not valid YAML: line 1, column 2");
        assertThat(problems(Sources.of(Map.of("policies", "{open: 1}"))))
                .containsExactly("policies.open: must be a mapping");
    }

    @Test
    void propertiesFilesHaveNoSections() throws IOException {
        assertThat(problems(yaml("a.properties", "callers=x\n")))
                .containsExactly("callers: needs a YAML file: name it .yaml");
    }

    private Sources yaml(String name, String text) throws IOException {
        return Sources.ofEnvironment(Map.of(), Optional.of(Files.writeString(directory.resolve(name), text)), false);
    }

    private static List<String> problems(Sources sources) {
        List<String> problems = catchThrowableOfType(BadSettingsException.class, () -> SettingsReader.read(sources))
                .problems();
        assertThat(problems).noneMatch(problem -> problem.contains("planted"));
        return problems;
    }
}
