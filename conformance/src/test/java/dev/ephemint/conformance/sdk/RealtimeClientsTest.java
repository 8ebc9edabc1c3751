package dev.ephemint.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Realtime clients of frameworks, with a token and the socket of a facade with the sandbox behind it. */
@Tag("nightly")
final class RealtimeClientsTest {

    /** The agents SDK sends a realtime update to every session, which a transcription session rejects. */
    @Test
    void agentsRealtime() throws IOException, InterruptedException {
        String speech = Path.of("../server/src/main/resources/dev/ephemint/server/speech.wav")
                .toAbsolutePath()
                .toString();
        try (SandboxFacades facades = new SandboxFacades()) {
            assertThat(SdkVerdicts.of(
                            SdkProgram.run(List.of("sh", "src/test/sdk/agents/run.sh", speech), facades.arguments())))
                    .isEqualTo(SdkVerdicts.pinned("agents-realtime"));
        }
    }
}
