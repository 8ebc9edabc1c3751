package dev.ephemint.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ephemint.client.EphemintClient;
import dev.ephemint.client.Requests;
import dev.ephemint.client.TokenSource;
import dev.ephemint.client.socket.SocketRefusedException;
import dev.ephemint.client.socket.TranscriptionFailedException;
import dev.ephemint.client.socket.TranscriptionListener;
import dev.ephemint.client.socket.TranscriptionSocket;
import dev.ephemint.client.socket.WavAudio;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.contract.model.AudioFormat;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.ConnectionEvent;
import dev.ephemint.contract.model.TranscriptionSessionRequest;
import dev.ephemint.server.sandbox.Sandbox;
import dev.ephemint.server.sandbox.SandboxOptions;
import dev.ephemint.server.sandbox.fault.SandboxFault;
import dev.ephemint.testing.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From speech to text: the client follows what the facade says into the strict sockets of every dialect. */
final class ClientSocketTest {

    private static final byte[] A_SECOND_OF_SILENCE = new byte[48_000];
    private static final String SCRIPTED = "This is the script of the sandbox, and not what you said.";

    private final RecordingListener received = new RecordingListener();

    @ParameterizedTest
    @EnumSource(TargetDialect.class)
    void closingCommitsWhatNoTurnDetectionWill(TargetDialect dialect) throws IOException {
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0", "upstream.dialect", dialect.id()))) {
            try (InputStream speech = speech();
                    TranscriptionSocket socket =
                            TranscriptionSocket.open(tokens(facade, committedByTheClient()), received)) {
                socket.send(speech);
            }
        }

        assertThat(received.transcripts).containsExactly(SCRIPTED);
        assertThat(String.join("", received.pieces)).isEqualTo(SCRIPTED);
        assertThat(received.lost).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TargetDialect.class)
    void theVendorsTurnDetectionEndsASentence(TargetDialect dialect) throws IOException {
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0", "upstream.dialect", dialect.id()))) {
            try (InputStream speech = speech();
                    TranscriptionSocket socket = TranscriptionSocket.open(
                            tokens(facade, Requests.transcription("gpt-4o-transcribe")), received)) {
                socket.send(speech);
                socket.send(A_SECOND_OF_SILENCE);
                received.text.join();
            }
        }

        assertThat(received.types).contains("input_audio_buffer.speech_started", "input_audio_buffer.speech_stopped");
        assertThat(received.transcripts).startsWith(SCRIPTED);
        assertThat(received.lost).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TargetDialect.class)
    void aTokenThatExpiredMeanwhileIsReplaced(TargetDialect dialect) throws IOException {
        SettableClock clock = SettableClock.running();
        try (Sandbox vendor = Sandbox.start(SandboxOptions.of(dialect.id(), clock));
                Gateway.Running facade = inFrontOf(vendor, dialect)) {
            TokenSource tokens = tokens(facade, committedByTheClient());
            String first = tokens.get().getValue();
            clock.advance(Duration.ofHours(3));
            assertThat(vendor.isValid(first)).isFalse();

            try (InputStream speech = speech();
                    TranscriptionSocket socket = TranscriptionSocket.open(tokens, received)) {
                socket.send(speech);
            }

            assertThat(received.transcripts).containsExactly(SCRIPTED);
            assertThat(tokens.get().getValue()).isNotEqualTo(first);
        }
    }

    @Test
    void whatTheMintLeftOutIsSentFirst() throws IOException {
        SandboxOptions options = SandboxOptions.of("azure", Clock.systemUTC()).with(SandboxFault.MINT_FAILS_WITH_BLOCK);
        try (Sandbox vendor = Sandbox.start(options);
                Gateway.Running facade = inFrontOf(vendor, TargetDialect.AZURE)) {
            TokenSource tokens = tokens(facade, committedByTheClient());
            assertThat(tokens.get().getConnect().getFirstEvents()).hasSize(1);

            try (InputStream speech = speech();
                    TranscriptionSocket socket = TranscriptionSocket.open(tokens, received)) {
                socket.send(speech);
            }

            assertThat(received.types).startsWith("session.created", "session.updated");
            assertThat(received.transcripts).containsExactly(SCRIPTED);
        }
    }

    /** Azure looks for the deployment when audio comes; of OpenAI no recording says more than the code. */
    @ParameterizedTest
    @EnumSource(TargetDialect.class)
    void aModelThatDoesNotExistEndsWithAnException(TargetDialect dialect) throws IOException {
        SandboxOptions options = SandboxOptions.of(dialect.id(), Clock.systemUTC());
        SandboxOptions withoutModel =
                switch (dialect.vendor()) {
                    case OPENAI -> options.with(SandboxFault.MODEL_GONE);
                    case AZURE -> options;
                };
        String model =
                switch (dialect.vendor()) {
                    case OPENAI -> "gpt-live-transcribe";
                    case AZURE -> "my-missing";
                };
        try (Sandbox vendor = Sandbox.start(withoutModel);
                Gateway.Running facade = inFrontOf(vendor, dialect)) {
            ClientSecretRequest request = committedByTheClient(model);

            Throwable thrown = catchThrowable(() -> readme(facade, request));

            String code =
                    switch (dialect) {
                        case OPENAI, OPENAI_BETA -> "model_not_found";
                        case AZURE -> "DeploymentNotFound";
                        case AZURE_PREVIEW -> null;
                    };
            assertThat(thrown).isInstanceOfSatisfying(TranscriptionFailedException.class, failed -> {
                assertThat(failed.code().orElse(null)).isEqualTo(code);
                assertThat(failed.failedTurns()).isEqualTo(1);
            });
            assertThat(received.transcripts).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TargetDialect.class)
    void aRejectedConfigurationEndsTheOpening(TargetDialect dialect) throws IOException {
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0", "upstream.dialect", dialect.id()))) {
            ClientSecret secret = tokens(facade, committedByTheClient()).get();
            String type = dialect.operation().isFlat() ? "transcription_session.update" : "session.update";
            ConnectionEvent update = new ConnectionEvent().type(type);
            update.putAdditionalProperty("session", Map.of("type", "transcription", "x_flag", true));
            secret.getConnect().firstEvents(List.of(update));
            TokenSource tokens = TokenSource.of(() -> CompletableFuture.completedFuture(secret), Clock.systemUTC());

            Throwable thrown = catchThrowable(() -> TranscriptionSocket.open(tokens, received));

            assertThat(thrown).isInstanceOfSatisfying(SocketRefusedException.class, refused -> {
                assertThat(refused.code()).contains("unknown_parameter");
                assertThat(refused.status()).isZero();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TargetDialect.class)
    void everyModelOfTheReadmePrintsText(TargetDialect dialect) throws IOException {
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0", "upstream.dialect", dialect.id()))) {
            for (String model : List.of("gpt-live-transcribe", "gpt-realtime-whisper", "gpt-4o-transcribe")) {
                received.transcripts.clear();
                readme(facade, Requests.transcription(model));

                assertThat(received.transcripts).as(model).startsWith(SCRIPTED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TargetDialect.class)
    void longSpeechIsCommittedTurnByTurn(TargetDialect dialect) throws IOException {
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0", "upstream.dialect", dialect.id()))) {
            try (InputStream speech = speech();
                    TranscriptionSocket socket = TranscriptionSocket.builder(tokens(facade, committedByTheClient()))
                            .listener(received)
                            .maxTurn(Duration.ofSeconds(1))
                            .open()) {
                socket.send(speech);
            }

            assertThat(received.transcripts).hasSizeGreaterThan(1);
            assertThat(received.lost).isEmpty();
        }
    }

    /** The session says that turns are detected, and none is: the mint's warning and the deltas say otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"gpt-live-transcribe", "gpt-realtime-whisper"})
    void modelsThatEndNoTurnsAreCommittedTurnByTurn(String model) throws IOException {
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0", "upstream.dialect", "openai"))) {
            try (InputStream speech = speech();
                    TranscriptionSocket socket = TranscriptionSocket.builder(
                                    tokens(facade, Requests.transcription(model)))
                            .listener(received)
                            .maxTurn(Duration.ofSeconds(1))
                            .open()) {
                socket.send(speech);
            }

            assertThat(received.transcripts).hasSizeGreaterThan(1);
            assertThat(received.types).doesNotContain("input_audio_buffer.speech_started");
            assertThat(received.lost).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, audio/pcmu",
        "OPENAI, audio/pcma",
        "OPENAI_BETA, audio/pcmu",
        "AZURE, audio/pcmu",
        "AZURE, audio/pcma",
        "AZURE_PREVIEW, audio/pcma"
    })
    void telephonyIsTranscribedToo(TargetDialect dialect, String format) throws IOException {
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0", "upstream.dialect", dialect.id()))) {
            ClientSecretRequest request = Requests.transcription("gpt-4o-transcribe");
            ((TranscriptionSessionRequest) request.getSession())
                    .getAudio()
                    .getInput()
                    .format(new AudioFormat().type(format));
            TokenSource tokens = tokens(facade, request);
            try (InputStream speech = speech();
                    TranscriptionSocket socket = TranscriptionSocket.open(tokens, received)) {
                socket.send(speech);
                socket.send(A_SECOND_OF_SILENCE);
                received.text.join();
            }

            assertThat(received.types)
                    .contains("input_audio_buffer.speech_started", "input_audio_buffer.speech_stopped");
            assertThat(received.transcripts).startsWith(SCRIPTED);
            assertThat(received.lost).isEmpty();
        }
    }

    /** What the README shows. */
    private void readme(Gateway.Running facade, ClientSecretRequest request) throws IOException {
        try (InputStream speech = speech();
                TranscriptionSocket socket = TranscriptionSocket.open(
                        tokens(facade, request), TranscriptionListener.ofText(received.transcripts::add))) {
            socket.send(speech);
        }
    }

    private static Gateway.Running inFrontOf(Sandbox vendor, TargetDialect dialect) {
        return Facades.start(Map.of(
                "server.port",
                "0",
                "upstream.dialect",
                dialect.id(),
                "upstream.url",
                vendor.uri().toString(),
                dialect.vendor().keySetting(),
                vendor.key().reveal()));
    }

    private static ClientSecretRequest committedByTheClient() {
        return committedByTheClient("gpt-live-transcribe");
    }

    private static ClientSecretRequest committedByTheClient(String model) {
        ClientSecretRequest request = Requests.transcription(model);
        ((TranscriptionSessionRequest) request.getSession())
                .getAudio()
                .getInput()
                .turnDetection(null);
        return request;
    }

    private static TokenSource tokens(Gateway.Running facade, ClientSecretRequest request) {
        return TokenSource.of(EphemintClient.builder().baseUrl(facade.uri()).build(), request);
    }

    private static InputStream speech() throws IOException {
        return WavAudio.of(Sandbox.class.getResourceAsStream("/dev/ephemint/server/speech.wav"));
    }
}
