package dev.ephemint.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.testing.SelfSigned;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SDK whose realtime class speaks {@code wss} and nothing else, in front of each dialect's sandbox. */
final class SdkOverTlsTest {

    /** It authenticates by subprotocol, which Azure does not offer: {@code connect} has none there. */
    @Test
    void nodesRealtimeClient(@TempDir Path directory) throws Exception {
        SelfSigned made = SelfSigned.in(directory, "EC");
        Map<String, String> settings = Map.of(
                "server.tls-certificate-file", made.certificate().toString(),
                "server.tls-key-file", made.key().toString());
        try (SandboxFacades facades = new SandboxFacades(settings)) {
            assertThat(SdkVerdicts.of(NodeSdk.captions(facades.arguments(), made.certificate())))
                    .isEqualTo(SdkVerdicts.pinned("node-realtime"));
        }
    }
}
