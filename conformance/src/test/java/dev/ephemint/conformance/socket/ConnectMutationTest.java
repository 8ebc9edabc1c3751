package dev.ephemint.conformance.socket;

import static dev.ephemint.conformance.TargetDialect.AZURE;
import static dev.ephemint.conformance.TargetDialect.AZURE_PREVIEW;
import static dev.ephemint.conformance.TargetDialect.OPENAI;
import static dev.ephemint.conformance.TargetDialect.OPENAI_BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.tape.SocketClose;
import dev.ephemint.conformance.tape.SocketTape;
import dev.ephemint.conformance.tape.Tapes;
import dev.ephemint.server.sandbox.fault.SandboxFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One thing that is not as {@code connect} says, and the sandbox's sockets fail as the vendor was taped to. What no tape
 * shows is said of its source.
 */
final class ConnectMutationTest {
    private static final List<SocketTape> TAPES = Tapes.ofSocketsIn(KitData.path("socket-tapes"));
    private static final String GA_UPDATE = "{\"type\":\"session.update\",\"session\":{\"type\":\"transcription\"}}";
    private static final String FLAT_UPDATE = "{\"type\":\"transcription_session.update\",\"session\":{}}";
    private static final byte[] HALF_A_SECOND = new byte[24_000];

    /**
     * A mutation.
     *
     * @param tape the vendor's recorded response
     */
    private record Mutation(
            String name, TargetDialect dialect, BiFunction<SandboxSetup, Connect, Connect> change, String tape) {
        @Override
        public String toString() {
            return dialect.id() + ": " + name + " -> " + tape;
        }
    }

    static Stream<Mutation> handshakes() {
        return Stream.of(
                new Mutation("no credential", AZURE, (setup, it) -> bare(it), "azure/refused-without-credential"),
                new Mutation(
                        "no query", AZURE, (setup, it) -> it.to("/openai/v1/realtime"), "azure/refused-without-query"),
                new Mutation(
                        "the transcription deployment in the query",
                        AZURE,
                        (setup, it) -> it.to("/openai/v1/realtime?model=gpt-realtime-whisper"),
                        "azure/refused-transcription-deployment-as-model"),
                new Mutation(
                        "the deployment in the query",
                        AZURE_PREVIEW,
                        (setup, it) -> it.asking("deployment=gpt-realtime-whisper"),
                        "azure-preview/refused-deployment-in-query"),
                new Mutation(
                        "the standing key for a model that takes ephemeral ones",
                        AZURE_PREVIEW,
                        (setup, it) -> withStandingKey(setup, it).asking("deployment=gpt-live-transcribe"),
                        "azure-preview/refused-for-want-of-a-client-secret"));
    }

    @ParameterizedTest
    @MethodSource("handshakes")
    void theHandshakeIsRefusedAsTaped(Mutation mutation) {
        SocketTape tape = tape(mutation.tape());
        try (SandboxSetup setup = SandboxSetup.of(mutation.dialect())) {
            Connect changed = mutation.change().apply(setup, setup.connect());

            assertThatThrownBy(() -> VendorSocket.open(changed))
                    .isInstanceOfSatisfying(HandshakeRefusedException.class, refused -> assertThat(
                                    TapeComparison.refusal(tape, refused.response()))
                            .isEmpty());
        }
    }

    static Stream<Mutation> dismissals() {
        return Stream.of(
                new Mutation("no credential", OPENAI, (setup, it) -> bare(it), "openai/refused-without-key"),
                new Mutation(
                        "Azure's header",
                        OPENAI,
                        (setup, it) -> bare(it).withHeader("api-key", setup.standingKey()),
                        "openai/refused-without-key"),
                new Mutation("another key", OPENAI, (setup, it) -> withOtherKey(it), "openai/refused-wrong-key"),
                new Mutation(
                        "the beta's header",
                        OPENAI,
                        (setup, it) -> it.withHeader("OpenAI-Beta", "realtime=v1"),
                        "openai/refused-beta-header"),
                new Mutation(
                        "the transcription model in the query",
                        OPENAI,
                        (setup, it) -> it.asking("model=gpt-4o-mini-transcribe"),
                        "openai/refused-transcription-model-in-query"),
                new Mutation(
                        "the standing key and no query",
                        OPENAI,
                        (setup, it) -> withStandingKey(setup, it).to("/v1/realtime"),
                        "openai/refused-without-model-and-intent"),
                new Mutation(
                        "the standing key and an unknown model",
                        OPENAI,
                        (setup, it) -> withStandingKey(setup, it).to("/v1/realtime?model=gpt-nope"),
                        "openai/refused-unknown-model"),
                new Mutation("no credential", OPENAI_BETA, (setup, it) -> bare(it), "openai/refused-without-key"),
                new Mutation("another key", OPENAI_BETA, (setup, it) -> withOtherKey(it), "openai/refused-wrong-key"));
    }

    @ParameterizedTest
    @MethodSource("dismissals")
    void theSocketSaysWhyAndClosesAsTaped(Mutation mutation) {
        SocketTape tape = tape(mutation.tape());
        try (SandboxSetup setup = SandboxSetup.of(mutation.dialect());
                VendorSocket socket = VendorSocket.open(mutation.change().apply(setup, setup.connect()))) {
            assertThat(TapeComparison.dismissal(tape, socket)).isEmpty();
        }
    }

    /** No tape shows an expired token; it is refused as an unknown one, for that is what OpenAI's documents make of it. */
    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OPENAI_BETA"})
    void anExpiredTokenIsAnUnknownKeyAtOpenAi(TargetDialect dialect) {
        try (SandboxSetup setup = SandboxSetup.of(dialect)) {
            Connect connect = setup.connect();
            setup.advance(Duration.ofHours(3));

            try (VendorSocket socket = VendorSocket.open(connect)) {
                assertThat(TapeComparison.dismissal(tape("openai/refused-wrong-key"), socket))
                        .isEmpty();
            }
        }
    }

    /** No tape shows it; the text of azure-sdk-for-python issue 40260 says "or have expired". */
    @ParameterizedTest
    @EnumSource(names = {"AZURE", "AZURE_PREVIEW"})
    void anExpiredTokenIsRefusedInTheHandshakeAtAzure(TargetDialect dialect) {
        try (SandboxSetup setup = SandboxSetup.of(dialect)) {
            Connect connect = setup.connect();
            setup.advance(Duration.ofHours(3));

            expectRefusal(connect, 401, "have expired");
        }
    }

    /** A standing key as a Bearer has the same text (azure-sdk-for-python issue 40260). */
    @ParameterizedTest
    @EnumSource(names = {"AZURE", "AZURE_PREVIEW"})
    void aStandingKeyIsNoBearerAtAzure(TargetDialect dialect) {
        try (SandboxSetup setup = SandboxSetup.of(dialect)) {
            expectRefusal(setup.connect().withHeader("Authorization", "Bearer " + setup.standingKey()), 401, "invalid");
        }
    }

    /** Microsoft's migration guide, 2026-07-29. */
    @Test
    void anApiVersionIsRefusedOnGa() {
        try (SandboxSetup setup = SandboxSetup.of(AZURE)) {
            expectRefusal(setup.connect().asking("api-version=2025-04-01-preview"), 401, "");
        }
    }

    /** Reported of 2024-10-01-preview (anarlog pull request 4193, 2026-06). */
    @Test
    void anotherApiVersionIsNotServedOnThePreview() {
        try (SandboxSetup setup = SandboxSetup.of(AZURE_PREVIEW)) {
            Connect older = setup.connect().to("/openai/realtime?api-version=2024-10-01-preview&intent=transcription");

            expectRefusal(older, 404, "Resource not found");
        }
    }

    @Test
    void aPreviewThatDropsOpenAiFromThePathRedirectsAsTaped() {
        SocketTape tape = tape("azure-preview/redirected-out-of-openai");
        try (SandboxSetup setup = SandboxSetup.of(AZURE_PREVIEW, SandboxFault.SOCKET_REDIRECTS)) {
            assertThatThrownBy(() -> VendorSocket.open(setup.connect()))
                    .isInstanceOfSatisfying(HandshakeRefusedException.class, refused -> {
                        assertThat(TapeComparison.refusal(tape, refused.response()))
                                .isEmpty();
                        assertThat(refused.response().header("location").orElseThrow())
                                .contains("/v1/realtime?")
                                .doesNotContain("/openai/");
                    });
        }
    }

    /** In 2025; the GA socket names the model. */
    @Test
    void aModelInTheQueryIsRefusedByTheBetaInItsOwnWords() {
        try (SandboxSetup setup = SandboxSetup.of(OPENAI_BETA);
                VendorSocket socket = VendorSocket.open(setup.connect().asking("model=gpt-4o-transcribe"))) {
            assertThat(socket.next().at("/error/message").textValue())
                    .isEqualTo("You must not provide a model parameter for transcription sessions.");
            assertThat(socket.closed()).isEqualTo(new SocketClose(4000, "invalid_request_error.invalid_model"));
        }
    }

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
        SocketTape tape = tape(dialect.id() + "/created-transcription");
        try (SandboxSetup setup = SandboxSetup.of(dialect);
                VendorSocket socket = VendorSocket.open(withStandingKey(setup, setup.connect()))) {
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
                            tape("openai/errors-on-an-open-socket").events().get(0), socket.next()))
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
        SocketTape tape = tape("azure/error-transcription-update-on-realtime-session");
        try (SandboxSetup setup = SandboxSetup.of(AZURE);
                VendorSocket socket = VendorSocket.open(withStandingKey(setup, setup.connect())
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

    /** An update that changes nothing marks the end of what came of the audio. */
    private static void expectNoTranscript(TargetDialect dialect, VendorSocket socket) {
        boolean flat = dialect.operation().isFlat();
        socket.append(HALF_A_SECOND).commit().sendText(flat ? FLAT_UPDATE : GA_UPDATE);

        assertThat(socket.until(flat ? "transcription_session.updated" : "session.updated"))
                .extracting(event -> event.path("type").textValue())
                .contains("input_audio_buffer.committed")
                .noneMatch(type -> type.contains("input_audio_transcription"));
    }

    private static void expectRefusal(Connect connect, int status, String words) {
        assertThatThrownBy(() -> VendorSocket.open(connect))
                .isInstanceOfSatisfying(HandshakeRefusedException.class, refused -> {
                    assertThat(refused.response().status()).isEqualTo(status);
                    assertThat(ExactJson.parse(refused.response().body()).toString())
                            .contains(words);
                });
    }

    private static Connect bare(Connect connect) {
        return connect.withHeaders(Map.of());
    }

    private static Connect withOtherKey(Connect connect) {
        return connect.withHeader("Authorization", "Bearer sk-tape-0123456789abcdef0123");
    }

    /** In the header in which the vendor takes it. */
    private static Connect withStandingKey(SandboxSetup setup, Connect connect) {
        return connect.url().getPath().startsWith("/openai")
                ? bare(connect).withHeader("api-key", setup.standingKey())
                : connect.withHeader("Authorization", "Bearer " + setup.standingKey());
    }

    private static SocketTape tape(String name) {
        return TAPES.stream()
                .filter(tape -> tape.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
