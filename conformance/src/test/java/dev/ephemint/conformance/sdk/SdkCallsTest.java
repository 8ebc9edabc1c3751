package dev.ephemint.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.scenario.Gateway;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** OpenAI's SDKs, unmodified, at a facade of each dialect with the sandbox behind it. */
final class SdkCallsTest {
    private final SandboxFacades facades = new SandboxFacades();

    @AfterEach
    void close() {
        facades.close();
    }

    @Test
    void python() throws IOException, InterruptedException {
        assertThat(SdkVerdicts.of(SdkProgram.run(python("calls.py"), facades.arguments())))
                .isEqualTo(SdkVerdicts.pinned("python"));
    }

    @Test
    void pythonsRealtimeClient() throws IOException, InterruptedException {
        assertThat(SdkVerdicts.of(SdkProgram.run(python("captions.py", SdkProgram.SPEECH), facades.arguments())))
                .isEqualTo(SdkVerdicts.pinned("python-realtime"));
    }

    @Test
    void node() throws IOException, InterruptedException {
        assertThat(SdkVerdicts.of(SdkProgram.run(List.of("node", "src/test/sdk/calls.mjs"), facades.arguments())))
                .isEqualTo(SdkVerdicts.pinned("node"));
    }

    @Test
    void goWithItsRealtimeClient() throws IOException, InterruptedException {
        assertThat(SdkVerdicts.of(SdkProgram.run(
                        List.of("sh", "src/test/sdk/go/run.sh", SdkProgram.SPEECH), facades.arguments())))
                .isEqualTo(SdkVerdicts.pinned("go"));
    }

    /** The way of OpenAPI::Client::OpenAI, with the contract that the facade serves. */
    @Test
    void perl() throws IOException, InterruptedException {
        assertThat(SdkVerdicts.of(SdkProgram.run(List.of("sh", "src/test/sdk/perl/run.sh"), facades.arguments())))
                .isEqualTo(SdkVerdicts.pinned("perl"));
    }

    @Test
    void java() {
        Map<String, String> verdicts = new TreeMap<>();
        for (TargetDialect dialect : TargetDialect.values()) {
            URI address = URI.create(facades.address(dialect));
            try (JavaSdk sdk = JavaSdk.openAi(URI.create(address + "/v1"));
                    JavaSdk azure = JavaSdk.azure(URI.create(address + "/openai/v1"))) {
                verdicts.put("clientSecrets | " + dialect.id(), JavaSdk.verdict(sdk::clientSecret));
                verdicts.put("clientSecrets realtime | " + dialect.id(), JavaSdk.verdict(sdk::realtimeClientSecret));
                verdicts.put("transcriptionSessions | " + dialect.id(), JavaSdk.verdict(sdk::transcriptionSession));
                verdicts.put("Azure credential, clientSecrets | " + dialect.id(), JavaSdk.verdict(azure::clientSecret));
                verdicts.put(
                        "Azure credential, transcriptionSessions | " + dialect.id(),
                        JavaSdk.verdict(azure::transcriptionSession));
            }
        }
        assertThat(verdicts).isEqualTo(SdkVerdicts.pinned("java"));
    }

    /** The script of a question that many asked: the model is one that transcribes, the session is not. */
    @Test
    void scriptOfTheQuestionMintsATranscriptionSessionOnceItIsRepaired() throws IOException, InterruptedException {
        assertThat(snippet("true").toString())
                .isEqualTo("{\"status\":200,\"type\":\"transcription\",\"code\":null,\"param\":null}");
        assertThat(snippet("false").path("status").asInt()).isEqualTo(400);
    }

    private static JsonNode snippet(String repair) throws IOException, InterruptedException {
        Map<String, String> settings = Map.of("server.port", "0", "upstream.dialect", "azure", "mint.repair", repair);
        try (Gateway.Running facade = Facades.start(settings)) {
            return SdkProgram.run(python("snippet.py"), List.of(facade.uri().toString()))
                    .get(0);
        }
    }

    private static List<String> python(String... script) {
        return Stream.concat(Stream.of("sh", "src/test/sdk/python.sh", "python"), Stream.of(script))
                .toList();
    }
}
