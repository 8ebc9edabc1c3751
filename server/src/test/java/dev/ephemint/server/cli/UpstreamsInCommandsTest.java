package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpstreamsInCommandsTest {

    private static final String KEY = "sk-planted-0123456789abcdef";
    private static final String CAPTIONS =
            "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":{\"model\":\"captions\"}}}}}";

    private Path config;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), KEY);
        config = Files.writeString(folder.resolve("config.yaml"), """
                upstreams:
                  azure-eu:
                    dialect: azure
                    url: https://vendor.example
                    credential: {key-file: %s}
                    model-names: {captions: gpt-live-transcribe}
                    deployments: {gpt-live-transcribe: ears}
                    models: [gpt-live-transcribe]
                  openai-main: {dialect: openai, model-names: {captions: gpt-4o-transcribe}}
                routes:
                  - {models: [captions], upstreams: [openai-main, azure-eu]}
                policies:
                  anonymous: {upstreams: [azure-eu]}
                """.formatted(key));
    }

    @Test
    void explainShowsTheRouteAndWhatTheFirstWouldBeSent() {
        ProgramRun run = run(CAPTIONS, "explain", "--request", "-");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "# openai-main, openai",
                        "- upstreams in their order: openai-main, azure-eu (route 1 names the model)",
                        "  route        changes session.audio.input.transcription.model from \"captions\" to"
                                + " \"gpt-4o-transcribe\"",
                        "POST https://api.openai.com/v1/realtime/client_secrets");
    }

    @Test
    void explainShowsAnotherOne() {
        ProgramRun run = run(CAPTIONS, "explain", "--request", "-", "--upstream", "azure-eu");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "# azure-eu, azure",
                        "from \"gpt-live-transcribe\" to \"ears\"",
                        "POST https://vendor.example/openai/v1/realtime/client_secrets",
                        "api-key: [redacted]")
                .doesNotContain(KEY);
    }

    @Test
    void explainAppliesTheCallersPolicy() throws Exception {
        JsonNode json = ContractJson.mapper()
                .readTree(run(CAPTIONS, "explain", "--request", "-", "--caller", "web", "--json")
                        .out());

        assertThat(json.at("/0/upstream").asText()).isEqualTo("azure-eu");
        assertThat(json.at("/0/route/0").asText())
                .isEqualTo(
                        "upstreams in their order: azure-eu (the caller's policy names its upstreams; route 1 names the"
                                + " model)");
    }

    @Test
    void explainSaysWhatIsNotServed() {
        ProgramRun run = run(CAPTIONS.replace("captions", "whisper-1"), "explain", "--request", "-", "--caller", "web");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("- azure-eu does not serve the model", "route        refuses it", "model_not_found");
    }

    @Test
    void rejectsOptionsThatDoNotFit() {
        assertThat(run(CAPTIONS, "explain", "--request", "-", "--upstream", "azure-us")
                        .err())
                .contains("--upstream: the route of this request is [openai-main, azure-eu], without azure-us");
        assertThat(run(CAPTIONS, "explain", "--request", "-", "--dialect", "openai")
                        .err())
                .contains("--dialect: use --upstream, because upstreams is set");
        assertThat(run("", "doctor", "--upstream", "azure-us").err())
                .contains("--upstream: must be one of [azure-eu, openai-main]");
    }

    @Test
    void doctorExaminesTheNamedOne() {
        ProgramRun run = run("", "doctor", "--upstream", "openai-main", "--json");

        assertThat(run.out()).contains("\"dialect\" : \"openai\"").contains("\"sandbox\" : true");
    }

    @Test
    void mintMintsAtTheFirst() throws Exception {
        JsonNode token = ContractJson.mapper()
                .readTree(run(CAPTIONS, "mint", "--request", "-").out());

        assertThat(token.at("/connect/upstream").asText()).isEqualTo("openai-main");
        assertThat(token.at("/session/audio/input/transcription/model").asText())
                .isEqualTo("captions");
    }

    private ProgramRun run(String input, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--config=" + config);
        return ProgramRun.of(input, all);
    }
}
