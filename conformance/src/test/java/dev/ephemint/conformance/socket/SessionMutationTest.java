package dev.ephemint.conformance.socket;

import static dev.ephemint.conformance.TargetDialect.AZURE;
import static dev.ephemint.conformance.TargetDialect.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.tape.SocketTape;
import dev.ephemint.server.sandbox.fault.SandboxFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On an open socket one thing is not as {@code connect} says: the session or the error event is as the vendor was taped to. */
final class SessionMutationTest {
    private static final String GA_UPDATE = "{\"type\":\"session.update\",\"session\":{\"type\":\"transcription\"}}";
    private static final String FLAT_UPDATE = "{\"type\":\"transcription_session.update\",\"session\":{}}";
    private static final byte[] HALF_A_SECOND = new byte[24_000];

    /** What OpenAI lets pass: a token knows its kind (probes of 2026-08). */
    @Test
    void aTokenOfOpenAiNeedsNoIntent() {
        try (SandboxSetup setup = SandboxSetup.of(OPENAI);
                VendorSocket socket = VendorSocket.open(setup.connect().to("/v1/realtime"))) {
            assertThat(socket.next().at("/session/type").textValue()).isEqualTo("transcription");
        }
    }

    /** The wrong kind of key opens a socket that never transcribes: what the token carried is not there. */
    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OPENAI_BETA"})
    void aStandingKeyOpensASessionWithoutAModelAsTaped(TargetDialect dialect) {
        SocketTape tape = Mutation.taped(dialect.id() + "/created-transcription");
        try (SandboxSetup setup = SandboxSetup.of(dialect);
                VendorSocket socket = VendorSocket.open(Mutation.withStandingKey(setup, setup.connect()))) {
            assertThat(TapeComparison.event(tape.events().get(0), socket.next()))
                    .isEmpty();
            expectNoTranscript(dialect, socket);
        }
    }

    @Test
    void theBetasUpdateIsRefusedOnGaAsTaped() {
        try (SandboxSetup setup = SandboxSetup.of(OPENAI);
                VendorSocket socket = VendorSocket.open(setup.connect())) {
            socket.next();
            socket.sendText(FLAT_UPDATE);

            assertThat(TapeComparison.event(
                            Mutation.taped("openai/errors-on-an-open-socket")
                                    .events()
                                    .get(0),
                            socket.next()))
                    .isEmpty();
        }
    }

    /** litellm pull request 40615 on Azure's preview; pipecat pull request 1324. */
    @ParameterizedTest
    @EnumSource(names = {"OPENAI_BETA", "AZURE_PREVIEW"})
    void theUpdateOfGaIsRefusedOnTheBeta(TargetDialect dialect) {
        try (SandboxSetup setup = SandboxSetup.of(dialect);
                VendorSocket socket = VendorSocket.open(setup.connect())) {
            socket.next();
            JsonNode error = socket.sendText(GA_UPDATE).next().path("error");

            assertThat(error.path("code").textValue()).isEqualTo("unknown_parameter");
            assertThat(error.path("message").textValue()).isEqualTo("Unknown parameter: 'session.type'.");
        }
    }

    @Test
    void aTranscriptionUpdateOnAConversationIsRefusedAsTaped() {
        SocketTape tape = Mutation.taped("azure/error-transcription-update-on-realtime-session");
        try (SandboxSetup setup = SandboxSetup.of(AZURE);
                VendorSocket socket = VendorSocket.open(Mutation.withStandingKey(setup, setup.connect())
                        .to(tape.request().target().orElseThrow()))) {
            socket.next();
            socket.sendText(GA_UPDATE);

            assertThat(TapeComparison.event(tape.events().get(0), socket.next()))
                    .isEmpty();
        }
    }

    /** Recorded of less than 100 ms, 2026-09-18. */
    @ParameterizedTest
    @EnumSource
    void aCommitBeforeAnyAudioIsAnErrorAndTheSocketGoesOn(TargetDialect dialect) {
        try (SandboxSetup setup = SandboxSetup.of(dialect);
                VendorSocket socket = VendorSocket.open(setup.connect())) {
            socket.next();

            assertThat(socket.commit().next().at("/error/code").textValue())
                    .isEqualTo("input_audio_buffer_commit_empty");
            assertThat(socket.append(HALF_A_SECOND)
                            .commit()
                            .until("conversation.item.input_audio_transcription.completed"))
                    .isNotEmpty();
        }
    }

    /** The first events belong first: what is said before them is never transcribed. */
    @Test
    void audioBeforeTheDeferredUpdateIsNotTranscribed() {
        try (SandboxSetup setup = SandboxSetup.of(AZURE, SandboxFault.MINT_FAILS_WITH_BLOCK)) {
            Connect connect = setup.connect();
            Connect late = new Connect(connect.url(), connect.headers(), List.of(), List.of());
            try (VendorSocket socket = VendorSocket.open(late)) {
                socket.next();
                expectNoTranscript(AZURE, socket);

                socket.send(connect.firstEvents().get(0));
                assertThat(socket.append(HALF_A_SECOND)
                                .commit()
                                .until("conversation.item.input_audio_transcription.completed"))
                        .isNotEmpty();
            }
        }
    }

    /** An update that changes nothing marks the end of the events that the audio causes. */
    private static void expectNoTranscript(TargetDialect dialect, VendorSocket socket) {
        boolean flat = dialect.operation().isFlat();
        socket.append(HALF_A_SECOND).commit().sendText(flat ? FLAT_UPDATE : GA_UPDATE);

        assertThat(socket.until(flat ? "transcription_session.updated" : "session.updated"))
                .extracting(event -> event.path("type").textValue())
                .contains("input_audio_buffer.committed")
                .noneMatch(type -> type.contains("input_audio_transcription"));
    }
}
