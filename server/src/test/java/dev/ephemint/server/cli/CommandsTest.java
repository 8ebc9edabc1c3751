package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandsTest {

    private static final String KEY = "planted-key-0123456789abcdef";
    private static final String REALTIME =
            "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":"
                    + "{\"model\":\"gpt-realtime-whisper\"}}}}}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private final Path directory;
    private final Path config;

    CommandsTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.config = Files.writeString(directory.resolve("ephemint.properties"), "");
    }

    @Test
    void mintPrintsTheServicesResponse() throws Exception {
        assertThat(run("", "mint")).isZero();

        assertThat(json().path("value").asText()).startsWith("ek_sandbox_");
        assertThat(json().at("/connect/verified").asBoolean(true)).isFalse();
    }

    @Test
    void mintAcceptsTheFlatShape() throws Exception {
        assertThat(run("{\"input_audio_format\":\"g711_ulaw\"}", "mint", "--flat", "--request", "-"))
                .isZero();

        assertThat(json().at("/client_secret/value").asText()).startsWith("ek_sandbox_");
        assertThat(json().at("/input_audio_format").asText()).isEqualTo("g711_ulaw");
    }

    @Test
    void rejectedMintExitsWithOneAndTheErrorOnStderr() throws Exception {
        assertThat(run("{\"session\":{\"type\":\"lunch\"}}", "mint", "--request", "-"))
                .isEqualTo(1);

        assertThat(out.size()).isZero();
        assertThat(ContractJson.mapper().readTree(text(err)).at("/error/param").asText())
                .isEqualTo("session.type");
    }

    @Test
    void explainNamesChangesByPolicyAndHidesTheKey() throws Exception {
        configureAzure();

        assertThat(run(REALTIME, "explain", "--request", "-")).isZero();

        assertThat(text(out))
                .contains(
                        "expiry       adds expires_after.seconds = 600",
                        "dialect      changes session.audio.input.transcription.model"
                                + " from \"gpt-realtime-whisper\" to \"my-whisper\"",
                        "POST https://vendor.example/openai/v1/realtime/client_secrets",
                        "api-key: [redacted]",
                        "user-agent: ephemint/")
                .doesNotContain(KEY);
    }

    @Test
    void explainPrintsAllDialectsAsJson() throws Exception {
        configureAzure();

        assertThat(run(REALTIME, "explain", "--request", "-", "--dialect", "all", "--json"))
                .isZero();

        assertThat(json().findValuesAsText("dialect"))
                .containsExactly("openai", "openai-beta", "azure", "azure-preview");
        assertThat(json().findValuesAsText("url"))
                .containsExactly(
                        "https://api.openai.com/v1/realtime/client_secrets",
                        "https://api.openai.com/v1/realtime/transcription_sessions",
                        "https://vendor.example/openai/v1/realtime/client_secrets",
                        "https://my-resource.openai.azure.com/openai/realtimeapi/transcription_sessions"
                                + "?api-version=2025-04-01-preview");
        assertThat(json().get(3)
                        .at("/call/body/input_audio_transcription/model")
                        .asText())
                .isEqualTo("my-whisper");
        assertThat(text(out)).doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract", "placement", "model rules", "dialect"})
    void explainNamesTheRejectingStep(String who) throws Exception {
        String transcription = "{\"session\":{\"type\":\"transcription\",";
        String body =
                switch (who) {
                    case "contract" -> "{\"session\":{}}";
                    case "placement" -> transcription + "\"model\":\"x\"}}";
                    case "dialect" -> transcription + "\"audio\":{\"input\":{\"noise_reduction\":{\"strength\":1}}}}}";
                    default ->
                        transcription + "\"audio\":{\"input\":{\"transcription\":{\"model\":\"gpt-live-transcribe\","
                                + "\"delay\":\"low\"}}}}}";
                };

        String dialect = who.equals("dialect") ? "azure-preview" : "azure";

        assertThat(run(body, "explain", "--request", "-", "--dialect", dialect, "--json"))
                .isEqualTo(1);

        JsonNode explanation = json().get(0);
        JsonNode last = explanation.path("steps").get(explanation.path("steps").size() - 1);
        assertThat(last.path("name").asText()).isEqualTo(who);
        assertThat(last.path("refused").asBoolean()).isTrue();
        assertThat(explanation.has("call")).isFalse();
        assertThat(explanation.at("/refusal/error/type").asText()).isEqualTo("invalid_request_error");
    }

    @Test
    void explainShowsARepairAsAStep() throws Exception {
        Files.writeString(config, "mint.repair=true");
        String body = "{\"session\":{\"type\":\"realtime\",\"model\":\"gpt-4o-mini-transcribe\"}}";

        assertThat(run(body, "explain", "--request", "-", "--json")).isZero();

        JsonNode repair = json().get(0).path("steps").get(0);
        assertThat(repair.path("name").asText()).isEqualTo("repair");
        assertThat(repair.path("changes").findValuesAsText("member"))
                .containsExactly("session.type", "session.model", "session.audio.input.transcription.model");
        assertThat(repair.at("/warnings/0/code").asText()).isEqualTo("request_repaired");
        assertThat(json().get(0).at("/steps/1/warnings")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"session\":1}", "{\"session\":{}}"})
    void explainShowsNoRepairOfAnInvalidRequest(String body) throws Exception {
        Files.writeString(config, "mint.repair=true");

        assertThat(run(body, "explain", "--request", "-", "--json")).isEqualTo(1);

        assertThat(json().get(0).at("/steps/0/name").asText()).isEqualTo("contract");
    }

    @Test
    void explainsARejectionInTheRequestsShape() throws Exception {
        String body =
                "{\"input_audio_transcription\":{\"model\":\"gpt-live-transcribe\"},\"turn_detection\":{\"type\":\"server_vad\"}}";

        assertThat(run(body, "explain", "--flat", "--request", "-")).isEqualTo(1);

        assertThat(text(out)).contains("model rules  refuses it", "\"param\" : \"turn_detection\"");
    }

    @Test
    void doctorFindsNoProblemInTheSandbox() throws Exception {
        Files.writeString(config, "mint.default-model=gpt-live-transcribe");

        assertThat(run("", "doctor", "--json")).isZero();

        assertThat(json().path("sandbox").asBoolean()).isTrue();
        assertThat(json().path("steps").findValuesAsText("verdict")).hasSize(9).containsOnly("ok");
        assertThat(text(out)).doesNotContain("ek_sandbox");
    }

    /** OpenAI's default has an end (decision 15), and the vendor's own list says so. */
    @Test
    void doctorWarnsOfTheDefaultModelsRetirement() throws Exception {
        assertThat(run("", "doctor", "--json")).isZero();

        assertThat(json().at("/steps/3/step").asText()).isEqualTo("model");
        assertThat(json().at("/steps/3/diagnosis/code").asText()).isEqualTo("openai.model_ends");
        assertThat(json().at("/steps/3/diagnosis/fix").asText()).contains("gpt-live-transcribe");
    }

    @Test
    void doctorReportsWarningsOfModelRules() throws Exception {
        Files.writeString(config, "mint.default-model=whisper-1");

        assertThat(run("", "doctor", "--json")).isZero();

        assertThat(json().at("/steps/0/notes").toString()).contains("'whisper-1' w", "shut down on 2027-02-26");
    }

    @Test
    void doctorExitsWithOneIfTheVendorIsUnreachable() throws Exception {
        configureAzure();
        Files.writeString(config, Files.readString(config).replace("vendor.example", "no-such-host.invalid"));

        assertThat(run("", "doctor")).isEqualTo(1);

        assertThat(text(out))
                .contains("diagnosis  network.unknown_host", "fix        Correct the host in upstream.url")
                .doesNotContain(KEY);
    }

    @Test
    void doctorExitsWithTwoIfSettingsAreInvalid() throws Exception {
        configureAzure();
        Files.writeString(config, Files.readString(config).replace(".example", ".example/?api-version=2024-10-01"));

        assertThat(run("", "doctor", "--json")).isEqualTo(2);

        assertThat(json().at("/steps/0/diagnosis/code").asText()).isEqualTo("azure.api_version_on_ga");
    }

    @Test
    void readsNoMoreThanTheLimit() throws Exception {
        Files.writeString(config, "server.max-request-bytes=1024\n");

        assertThat(run("{" + " ".repeat(4096) + "}", "explain", "--request", "-", "--json"))
                .isEqualTo(1);
        assertThat(json().get(0).at("/refusal/error/code").asText()).isEqualTo("request_too_large");
    }

    @Test
    void minimalRequestEscapesTheModelName() throws Exception {
        Files.writeString(config, "mint.default-model=a\"b\n");

        assertThat(run("", "explain", "--json")).isZero();
        assertThat(json().findValue("call").findValue("model").asText()).isEqualTo("a\"b");
    }

    @Test
    void missingFilesAndUnknownDialectsAreUsageErrors() {
        assertThat(run("", "mint", "--request", directory.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(text(err)).startsWith("ephemint mint: ").contains("none: no such file\n");
        assertThat(run("", "explain", "--dialect", "klingon")).isEqualTo(2);
        assertThat(text(err)).contains("--dialect: must be all or one of [openai, openai-beta, azure, azure-preview]");
    }

    private void configureAzure() throws IOException {
        Path key = Files.writeString(directory.resolve("key"), KEY);
        Files.writeString(config, """
                upstream.dialect=azure
                upstream.url=https://vendor.example
                azure.api-key-file=%s
                azure.deployments=gpt-realtime-whisper=my-whisper
                """.formatted(key.toString().replace("\\", "\\\\")));
    }

    private int run(String input, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", config.toString()));
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return Program.run(all, new Console(in, stream(out), stream(err)));
    }

    private JsonNode json() throws JsonProcessingException {
        return ContractJson.mapper().readTree(text(out));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
