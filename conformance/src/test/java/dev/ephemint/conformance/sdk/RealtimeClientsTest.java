package dev.ephemint.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Realtime clients of frameworks, unmodified, with a token and the socket of a facade with the sandbox behind it. Their
 * installations take minutes.
 */
@Tag("nightly")
final class RealtimeClientsTest {

    /** The agents SDK sends a realtime update to every session, which a transcription session rejects. */
    @Test
    void agentsRealtime() throws IOException, InterruptedException {
        assertThat(verdicts("sh", "src/test/sdk/agents/run.sh", SdkProgram.SPEECH))
                .isEqualTo(SdkVerdicts.pinned("agents-realtime"));
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
