package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.client.TokenSource;
import dev.ephemint.client.internal.audio.AudioSamples;
import dev.ephemint.client.testing.FakePeer;
import dev.ephemint.client.testing.FakeVendor;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.Warning;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Speech without an end, in sessions whose turns only the client ends. */
class MaxTurnTest {

    private static final String DETECTING = FakeVendor.CREATED.replace("null", "{\"type\":\"server_vad\"}");
    private static final byte[] TWO_AND_A_HALF_SECONDS = new byte[2500 * AudioSamples.BYTES_PER_MILLISECOND];

    static {
        Arrays.fill(TWO_AND_A_HALF_SECONDS, (byte) 20);
    }

    private final RecordingListener listener = new RecordingListener();

    @Test
    void commitsLongTurnsWithoutTurnDetection() throws Exception {
        try (FakeVendor vendor = new FakeVendor(FakeVendor.transcribing("a", "b", "c"))) {
            speak(vendor.tokens());

            assertThat(listener.calls).contains("completed item_1 a", "completed item_2 b", "completed item_3 c");
        }
    }

    @Test
    void commitsIfTheMintWarnsEvenWithTurnDetection() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> transcribe(peer.accept().send(DETECTING)))) {
            ClientSecret secret = vendor.tokens().get();
            secret.getConnect().warnings(List.of(new Warning().code("client_commit_required")));
            speak(TokenSource.of(() -> CompletableFuture.completedFuture(secret), Clock.systemUTC()));

            assertThat(listener.calls).containsExactly("completed 1 text", "completed 2 text", "completed 3 text");
        }
    }

    @Test
    void commitsAfterTextOfATurnThatNothingStarted() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.accept().send(DETECTING).delta("1", "te");
            transcribe(peer);
        })) {
            TranscriptionSocket unit = open(vendor.tokens());
            listener.called.get();
            unit.send(TWO_AND_A_HALF_SECONDS);
            unit.close();

            assertThat(listener.calls).endsWith("completed 1 text", "completed 2 text", "completed 3 text");
        }
    }

    @Test
    void doesNotCommitIfTheVendorEndsTurns() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> transcribe(peer.accept().send(DETECTING)))) {
            speak(vendor.tokens());

            assertThat(listener.calls).containsExactly("completed 1 text");
        }
    }

    private void speak(TokenSource tokens) {
        try (TranscriptionSocket unit = open(tokens)) {
            unit.send(TWO_AND_A_HALF_SECONDS);
        }
    }

    private TranscriptionSocket open(TokenSource tokens) {
        return TranscriptionSocket.builder(tokens)
                .listener(listener)
                .maxTurn(Duration.ofSeconds(1))
                .open();
    }

    /** Has a text for each commit. */
    private static void transcribe(FakePeer peer) throws IOException {
        int turn = 0;
        for (String event = peer.receive(); !event.startsWith("close"); event = peer.receive()) {
            if (event.contains("input_audio_buffer.commit")) {
                String item = String.valueOf(++turn);
                peer.committed(item).completed(item, "text");
            }
        }
        peer.close(1000);
    }
}
