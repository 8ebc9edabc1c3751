package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ephemint.client.Fixtures;
import dev.ephemint.client.NoResponseException;
import dev.ephemint.client.TokenSource;
import dev.ephemint.client.internal.audio.AudioSamples;
import dev.ephemint.client.testing.FakePeer;
import dev.ephemint.client.testing.FakeVendor;
import dev.ephemint.client.testing.FakeVendor.Script;
import dev.ephemint.contract.model.ClientSecret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's program ends with an exception whenever something that was sent has no text, and else prints the text. */
class ReportedFailuresTest {

    private static final byte[] SPEECH = sound(500);
    private static final String EMPTY = "input_audio_buffer_commit_empty";

    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final SocketTimer timer = new SocketTimer();

    /** What goes wrong, and what the program throws. Scripts play one after the other. */
    record Case(String what, int late, String thrown, Script... scripts) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> failures() {
        return Stream.of(
                new Case(
                        "the deployment does not exist",
                        0,
                        "TranscriptionFailedException server_error DeploymentNotFound, 1 turn failed",
                        responding(peer -> peer.committed("i").failed("i", "DeploymentNotFound"))),
                new Case(
                        "a turn fails for a while",
                        0,
                        "TranscriptionFailedException server_error busy, 1 turn failed",
                        responding(peer -> peer.committed("i").failed("i", "busy"))),
                new Case(
                        "the commit finds no audio",
                        0,
                        "TranscriptionFailedException invalid_request_error " + EMPTY + ", PT0.5S lost",
                        responding(peer -> peer.error(EMPTY, "Buffer too small"))),
                new Case(
                        "the vendor rejects the audio",
                        0,
                        "TranscriptionFailedException invalid_request_error invalid_value audio",
                        responding(peer -> peer.error("invalid_request_error", "invalid_value", "No base64", "audio")
                                .committed("i")
                                .completed("i", ""))),
                new Case(
                        "the credit is exhausted",
                        0,
                        "SocketRefusedException 1013 insufficient_quota credit_balance_exhausted",
                        closing(
                                peer -> peer.error("insufficient_quota", "credit_balance_exhausted", "Pay first", null),
                                1013,
                                "insufficient_quota.credit_balance_exhausted")),
                new Case(
                        "the close alone says that the credit is exhausted",
                        0,
                        "SocketRefusedException 1013 insufficient_quota credit_balance_exhausted",
                        closing(peer -> {}, 1013, "insufficient_quota.credit_balance_exhausted")),
                new Case(
                        "the close says that the model does not exist",
                        0,
                        "SocketRefusedException 4004 model_not_found",
                        closing(peer -> {}, 4004, "model_not_found")),
                new Case(
                        "the vendor closes before the text",
                        0,
                        "TranscriptionFailedException, PT0.5S lost",
                        closing(peer -> {}, 1000, ""),
                        FakeVendor.transcribing("")),
                new Case(
                        "the credit is exhausted while audio is sent",
                        0,
                        "SocketRefusedException 1013 insufficient_quota credit_balance_exhausted",
                        peer -> {
                            peer.begin().receive();
                            peer.error("insufficient_quota", "credit_balance_exhausted", "Pay first", null);
                            peer.close(1013, "insufficient_quota.credit_balance_exhausted");
                            peer.receive();
                        }));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void closeThrows(Case failure) throws Exception {
        try (FakeVendor vendor = new FakeVendor(failure.scripts())) {
            Throwable thrown = run(vendor.tokens(), SPEECH);

            assertThat(described(thrown)).isEqualTo(failure.thrown());
            assertThat(thrown.toString()).doesNotContain("\n");
            assertThat(vendor.peers()).hasSizeLessThanOrEqualTo(failure.scripts().length);
        }
    }

    @Test
    void closeThrowsAFailureOfTheTokenSource() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin().close(1011);
            peer.receive();
        })) {
            AtomicInteger mints = new AtomicInteger();
            CompletableFuture<ClientSecret> secret = vendor.tokens().getAsync();
            TokenSource tokens = TokenSource.of(
                    () -> mints.getAndIncrement() == 0
                            ? secret
                            : CompletableFuture.failedFuture(new IOException("no backend")),
                    Clock.systemUTC());

            RecordingListener listener = new RecordingListener();
            TranscriptionSocket unit = TranscriptionSocket.builder(tokens)
                    .listener(listener)
                    .timer(timer)
                    .open();

            assertThat(listener.closed.get()).hasMessage("No further connection: Failed by java.io.IOException");
            assertThat(catchThrowable(unit::close))
                    .isSameAs(listener.closed.get())
                    .hasRootCauseMessage("no backend");
        }
    }

    @Test
    void throwsAFailureOnce() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin().close(4004, "model_not_found");
            peer.receive();
        })) {
            RecordingListener listener = new RecordingListener();
            TranscriptionSocket unit = TranscriptionSocket.open(vendor.tokens(), listener);
            listener.closed.get();

            assertThat(catchThrowable(() -> unit.send(SPEECH))).isSameAs(listener.closed.get());
            unit.close();
            unit.close();
        }
    }

    @Test
    void secondCloseThrowsWhatCloseFromAListenerFound() throws Exception {
        CompletableFuture<TranscriptionSocket> unit = new CompletableFuture<>();
        TranscriptionListener impatient =
                TranscriptionListener.ofText(text -> unit.join().close());
        try (FakeVendor vendor = new FakeVendor(peer -> {
            receiveCommit(peer.begin());
            peer.committed("i").failed("i", "busy").committed("j").completed("j", "text");
            peer.end();
        })) {
            unit.complete(TranscriptionSocket.open(vendor.tokens(), impatient));
            unit.join().send(SPEECH);
            unit.join().commit();

            assertThat(described(catchThrowable(unit.join()::close)))
                    .isEqualTo("TranscriptionFailedException server_error busy, 1 turn failed");
            unit.join().close();
        }
    }

    @Test
    void emptyTranscriptIsNotAFailure() throws Exception {
        try (FakeVendor vendor = new FakeVendor(FakeVendor.transcribing(""))) {
            assertThat(run(vendor.tokens(), SPEECH)).isNull();
            assertThat(printed).containsExactly("");
        }
    }

    @Test
    void padsAudioTooShortForACommit() throws Exception {
        try (FakeVendor vendor = new FakeVendor(FakeVendor.transcribing("Hm."))) {
            assertThat(run(vendor.tokens(), sound(20))).isNull();
            assertThat(printed).containsExactly("Hm.");
        }
    }

    @Test
    void noAudioIsNotAFailure() throws Exception {
        try (FakeVendor vendor = new FakeVendor(FakeVendor.transcribing("never"))) {
            assertThat(run(vendor.tokens(), new byte[0])).isNull();
            assertThat(printed).isEmpty();
        }
    }

    /** Runs the README's example. */
    private Throwable run(TokenSource tokens, byte[] speech) {
        TranscriptionListener print = TranscriptionListener.ofText(printed::add);
        return catchThrowable(() -> {
            try (TranscriptionSocket socket = TranscriptionSocket.builder(tokens)
                    .listener(print)
                    .timer(timer)
                    .open()) {
                socket.send(new ByteArrayInputStream(speech));
            }
        });
    }

    /** An exception's class with its status, type, code and parameter, and what was not transcribed; a missing response has its sentence only. */
    static String described(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        if (thrown instanceof SocketRefusedException refused) {
            return words(name, refused.status(), List.of(refused.type(), refused.code(), refused.param()));
        }
        if (thrown instanceof TranscriptionFailedException failed) {
            Duration lost = failed.lost().audio();
            return words(name, 0, List.of(failed.type(), failed.code(), failed.param()))
                    + (failed.failedTurns() == 0 ? "" : ", " + failed.failedTurns() + " turn failed")
                    + (lost.isZero() ? "" : ", " + lost + " lost");
        }
        return thrown instanceof NoResponseException ? name + ": " + Fixtures.message(thrown) : name;
    }

    private static String words(String name, int status, List<Optional<String>> more) {
        return Stream.concat(
                        Stream.of(name, status == 0 ? "" : String.valueOf(status)),
                        more.stream().map(word -> word.orElse("")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Receives audio up to its commit, responds, and waits for the end. */
    private static Script responding(Script response) {
        return peer -> {
            receiveCommit(peer.begin());
            response.play(peer);
            String event = peer.receive();
            if (event.startsWith("close")) {
                peer.close(1000);
            }
        };
    }

    /** Receives audio up to its commit, and closes after an event or none. */
    private static Script closing(Script event, int code, String reason) {
        return peer -> {
            receiveCommit(peer.begin());
            event.play(peer);
            peer.close(code, reason);
            peer.receive();
        };
    }

    private static void receiveCommit(FakePeer peer) throws IOException {
        for (String event = peer.receive(); event.contains("append"); event = peer.receive()) {
            // More audio.
        }
    }

    private static byte[] sound(int milliseconds) {
        byte[] samples = new byte[milliseconds * AudioSamples.BYTES_PER_MILLISECOND];
        Arrays.fill(samples, (byte) 20);
        return samples;
    }
}
