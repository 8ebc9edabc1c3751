package dev.ephemint.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendors' SDKs, unmodified, mint through the facade by base URL alone, also where the vendor is dead. */
final class OfficialSdkTest {
    private static final String ALIVE = "/v1/realtime/client_secrets";
    private static final Message MINTED = json(200, """
            {"value":"ek_tape_sdk","expires_at":1790000600,"session":{
              "type":"transcription","object":"realtime.transcription_session","id":"sess_sdk","expires_at":0,"include":null,
              "audio":{"input":{"format":{"type":"audio/pcm","rate":24000},"transcription":{"model":"gpt-live-transcribe",
                "language":null,"prompt":null},"noise_reduction":null,"turn_detection":null}}}}
            """);
    private static final Message DEAD = json(404, """
            {"error":{"message":"Invalid URL","type":"invalid_request_error","param":null,"code":null}}
            """);

    private final ScriptedVendor vendor = ScriptedVendor.start();
    private final Gateway.Running facade = Facades.start(TargetDialect.OPENAI, vendor.uri());

    @BeforeEach
    void vendorIsDeadButForOnePath() {
        vendor.script(
                (request, socket) -> VendorReaction.response(request.target().equals(ALIVE) ? MINTED : DEAD)
                        .on(request, socket));
    }

    @AfterEach
    void close() {
        facade.close();
        vendor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/openai/v1"})
    void javaMints(String path) {
        try (JavaSdk sdk = JavaSdk.openAi(base(path))) {
            assertThat(sdk.clientSecret()).isEqualTo("ek_tape_sdk");
            assertThat(sdk.transcriptionSession()).isEqualTo("ek_tape_sdk");
        }
        assertThat(arrived()).containsExactly(ALIVE, ALIVE);
    }

    /** Without {@code /openai/v1} at its end the SDK takes an Azure address for the older interface. */
    @ParameterizedTest
    @ValueSource(strings = {"/openai/v1", ""})
    void javaMintsWithAnAzureCredential(String path) {
        try (JavaSdk sdk = JavaSdk.azure(base(path))) {
            assertThat(sdk.clientSecret()).isEqualTo("ek_tape_sdk");
            assertThat(sdk.transcriptionSession()).isEqualTo("ek_tape_sdk");
        }
        assertThat(arrived()).containsExactly(ALIVE, ALIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/openai/v1"})
    void nodeMints(String path) throws IOException, InterruptedException {
        expectBothMints(NodeSdk.mint("openai", base(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openai/v1", "/openai"})
    void nodeMintsWithItsClassForAzure(String path) throws IOException, InterruptedException {
        expectBothMints(NodeSdk.mint("azure", base(path)));
    }

    private void expectBothMints(JsonNode printed) {
        assertThat(printed.at("/clientSecret/value").textValue()).isEqualTo("ek_tape_sdk");
        assertThat(printed.at("/clientSecret/connect/dialect").textValue()).isEqualTo("openai");
        assertThat(printed.at("/transcriptionSession/client_secret/value").textValue())
                .isEqualTo("ek_tape_sdk");
        assertThat(arrived()).containsExactly(ALIVE, ALIVE);
    }

    private List<String> arrived() {
        return vendor.requests().stream().map(Message::target).toList();
    }

    private URI base(String path) {
        return URI.create(facade.uri() + path);
    }

    private static Message json(int status, String body) {
        return Message.response(status, body).with("content-type", "application/json");
    }
}
