package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explains a request as one of a caller. */
class ExplainCallerTest {

    private static final String CONFIG = """
            auth: {pepper-file: %s}
            policies:
              captions:
                models: [gpt-4o-transcribe]
                members:
                  session.audio.input.noise_reduction: {constant: {type: near_field}}
            callers:
              web:
                policy: captions
                keys: [{id: 0a1b2c3d4e5f, hash: 5f2b0d3f6f3d7f0c2a9d1f4e8b7c6a5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b}]
            """;
    private static final String REQUEST = "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":"
            + "{\"transcription\":{\"model\":\"%s\"}}}}}";

    private final Path config;
    private final Path request;
    private final Path pepper;

    ExplainCallerTest(@TempDir Path folder) {
        this.config = folder.resolve("ephemint.yaml");
        this.request = folder.resolve("request.json");
        this.pepper = folder.resolve("pepper");
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(pepper, "planted-pepper-of-32-characters-or-more");
        Files.writeString(config, CONFIG.formatted(pepper));
        Files.writeString(request, REQUEST.formatted("gpt-4o-transcribe"));
    }

    @Test
    void appliesTheCallersPolicy() {
        ProgramRun run = explain("--caller", "web");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("near_field");
    }

    @Test
    void appliesNoPolicyWithoutACaller() {
        ProgramRun run = explain();

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("near_field");
    }

    @Test
    void namesThePolicyThatRejectsTheRequest() throws IOException {
        Files.writeString(request, REQUEST.formatted("whisper-1"));

        ProgramRun run = explain("--caller", "web");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("The policy 'captions' does not allow this model");
        assertThat(explain().status()).isZero();
    }

    @Test
    void rejectsACallerThatIsNotConfigured() {
        ProgramRun run = explain("--caller", "unknown");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--caller: callers has no unknown");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void showsNoKeyOfTheCaller() {
        assertThat(explain("--caller", "web").out())
                .doesNotContain("planted-pepper")
                .doesNotContain("5f2b0d3f");
    }

    private ProgramRun explain(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--config", config.toString(), "explain"));
        arguments.addAll(List.of("--request", request.toString()));
        arguments.addAll(List.of(more));
        return ProgramRun.of("", arguments);
    }
}
