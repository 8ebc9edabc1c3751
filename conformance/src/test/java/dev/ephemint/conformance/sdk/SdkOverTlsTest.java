package dev.ephemint.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.testing.SelfSigned;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SDK whose realtime class speaks {@code wss} and nothing else, in front of the sandbox. */
final class SdkOverTlsTest {

    @Test
    void nodeGetsACaptionFromTheSandboxOnTheFacadesOwnPort(@TempDir Path directory) throws Exception {
        SelfSigned made = SelfSigned.in(directory, "EC");
        Map<String, String> settings = Map.of(
                "server.port", "0",
                "server.tls-certificate-file", made.certificate().toString(),
                "server.tls-key-file", made.key().toString());
        try (Gateway.Running facade = Facades.start(settings)) {
            String address = "wss://" + facade.uri().getAuthority() + "/v1/realtime?intent=transcription";

            JsonNode printed = NodeSdk.captions(facade.uri(), made.certificate());

            assertThat(printed.path("named").textValue()).isEqualTo(address);
            assertThat(printed.path("url").textValue()).isEqualTo(address);
            assertThat(printed.path("transcript").textValue())
                    .isEqualTo("This is the script of the sandbox, and not what you said.");
        }
    }
}
