package dev.ephemint.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.testing.SelfSigned;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Realtime clients of frameworks, unmodified, with a token and the socket of a facade with the sandbox behind it. Their
 * installations take minutes.
 */
@Tag("nightly")
final class RealtimeClientsTest {

    /** The agents SDK sends a realtime update to every session, which a transcription session rejects. */
    @Test
    void agentsRealtime() throws IOException, InterruptedException {
        assertThat(verdicts("sh", "src/test/sdk/agents/run.sh", "calls.mjs", SdkProgram.SPEECH))
                .isEqualTo(SdkVerdicts.pinned("agents-realtime"));
    }

    /** Its class on npm's ws authenticates by header, which every dialect takes. */
    @Test
    void nodesRealtimeClientOnWs(@TempDir Path directory) throws Exception {
        SelfSigned made = SelfSigned.in(directory, "EC");
        Map<String, String> settings = Map.of(
                "server.tls-certificate-file", made.certificate().toString(),
                "server.tls-key-file", made.key().toString());
        List<String> command = List.of(
                "env",
                "NODE_EXTRA_CA_CERTS=" + made.certificate(),
                "sh",
                "src/test/sdk/agents/run.sh",
                "ws.mjs",
                SdkProgram.SPEECH);
        try (SandboxFacades facades = new SandboxFacades(settings)) {
            assertThat(SdkVerdicts.of(SdkProgram.run(command, facades.arguments())))
                    .isEqualTo(SdkVerdicts.pinned("node-ws"));
        }
    }

    /** LiveKit adds the model to the query of every host but OpenAI's, which a transcription session rejects. */
    @Test
    void liveKit() throws IOException, InterruptedException {
        assertThat(verdicts("sh", "src/test/sdk/python.sh", "livekit", "calls.py", SdkProgram.SPEECH))
                .isEqualTo(SdkVerdicts.pinned("livekit"));
    }

    /** Pipecat makes its own query, without the version that Azure's preview requires. */
    @Test
    void pipecat() throws IOException, InterruptedException {
        assertThat(verdicts("sh", "src/test/sdk/python.sh", "pipecat", "calls.py", SdkProgram.SPEECH))
                .isEqualTo(SdkVerdicts.pinned("pipecat"));
    }

    private static Map<String, String> verdicts(String... command) throws IOException, InterruptedException {
        try (SandboxFacades facades = new SandboxFacades()) {
            return SdkVerdicts.of(SdkProgram.run(List.of(command), facades.arguments()));
        }
    }
}
