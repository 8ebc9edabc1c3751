package dev.ephemint.conformance.socket;

import static dev.ephemint.conformance.TargetDialect.OPENAI;
import static dev.ephemint.conformance.TargetDialect.OPENAI_BETA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.tape.SocketClose;
import dev.ephemint.conformance.tape.SocketTape;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenAI accepts a handshake in which one thing is not as {@code connect} says, reports why and closes, as it was taped to. */
final class DismissalMutationTest {
    static Stream<Mutation> dismissals() {
        return Stream.of(
                new Mutation("no credential", OPENAI, (setup, it) -> Mutation.bare(it), "openai/refused-without-key"),
                new Mutation(
                        "Azure's header",
                        OPENAI,
                        (setup, it) -> Mutation.bare(it).withHeader("api-key", setup.standingKey()),
                        "openai/refused-without-key"),
                new Mutation(
                        "another key", OPENAI, (setup, it) -> Mutation.withOtherKey(it), "openai/refused-wrong-key"),
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
                        (setup, it) -> Mutation.withStandingKey(setup, it).to("/v1/realtime"),
                        "openai/refused-without-model-and-intent"),
                new Mutation(
                        "the standing key and an unknown model",
                        OPENAI,
                        (setup, it) -> Mutation.withStandingKey(setup, it).to("/v1/realtime?model=gpt-nope"),
                        "openai/refused-unknown-model"),
                new Mutation(
                        "no credential", OPENAI_BETA, (setup, it) -> Mutation.bare(it), "openai/refused-without-key"),
                new Mutation(
                        "another key",
                        OPENAI_BETA,
                        (setup, it) -> Mutation.withOtherKey(it),
                        "openai/refused-wrong-key"));
    }

    @ParameterizedTest
    @MethodSource("dismissals")
    void theSocketSaysWhyAndClosesAsTaped(Mutation mutation) {
        SocketTape tape = mutation.taped();
        try (SandboxSetup setup = SandboxSetup.of(mutation.dialect());
                VendorSocket socket = VendorSocket.open(mutation.of(setup))) {
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
                assertThat(TapeComparison.dismissal(Mutation.taped("openai/refused-wrong-key"), socket))
                        .isEmpty();
            }
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
}
