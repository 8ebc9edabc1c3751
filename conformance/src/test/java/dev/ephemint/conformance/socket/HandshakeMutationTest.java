package dev.ephemint.conformance.socket;

import static dev.ephemint.conformance.TargetDialect.AZURE;
import static dev.ephemint.conformance.TargetDialect.AZURE_PREVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.tape.SocketTape;
import dev.ephemint.server.sandbox.fault.SandboxFault;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A handshake in which one thing is not as {@code connect} says is refused as the vendor was taped to. */
final class HandshakeMutationTest {
    static Stream<Mutation> handshakes() {
        return Stream.of(
                new Mutation(
                        "no credential", AZURE, (setup, it) -> Mutation.bare(it), "azure/refused-without-credential"),
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
                        (setup, it) -> Mutation.withStandingKey(setup, it).asking("deployment=gpt-live-transcribe"),
                        "azure-preview/refused-for-want-of-a-client-secret"));
    }

    @ParameterizedTest
    @MethodSource("handshakes")
    void theHandshakeIsRefusedAsTaped(Mutation mutation) {
        SocketTape tape = mutation.taped();
        try (SandboxSetup setup = SandboxSetup.of(mutation.dialect())) {
            Connect changed = mutation.of(setup);

            assertThatThrownBy(() -> VendorSocket.open(changed))
                    .isInstanceOfSatisfying(HandshakeRefusedException.class, refused -> assertThat(
                                    TapeComparison.refusal(tape, refused.response()))
                            .isEmpty());
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
        SocketTape tape = Mutation.taped("azure-preview/redirected-out-of-openai");
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

    private static void expectRefusal(Connect connect, int status, String words) {
        assertThatThrownBy(() -> VendorSocket.open(connect))
                .isInstanceOfSatisfying(HandshakeRefusedException.class, refused -> {
                    assertThat(refused.response().status()).isEqualTo(status);
                    assertThat(ExactJson.parse(refused.response().body()).toString())
                            .contains(words);
                });
    }
}
