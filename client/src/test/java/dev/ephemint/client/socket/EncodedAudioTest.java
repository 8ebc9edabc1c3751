package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.client.internal.audio.AudioSamples;
import dev.ephemint.client.testing.FakePeer;
import dev.ephemint.client.testing.FakeVendor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedAudioTest {

    private static final int SECOND = 1000 * AudioSamples.BYTES_PER_MILLISECOND;

    @ParameterizedTest
    @ValueSource(strings = {"\"format\":{\"type\":\"audio/pcmu\"}", "\"format\":{\"type\":\"audio/pcma\"}"})
    void sendsAndCountsOneSecondInEveryFormat(String format) throws Exception {
        CompletableFuture<Integer> received = new CompletableFuture<>();
        RecordingListener listener = new RecordingListener();
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.accept().send(FakeVendor.CREATED.replace("\"input\":{", "\"input\":{" + format + ","));
            received.complete(bytesUpToTheCommit(peer));
            peer.committed("i").completed("i", "text");
            peer.receive();
            peer.close(1011);
            peer.receive();
        })) {
            TranscriptionSocket unit = TranscriptionSocket.builder(vendor.tokens())
                    .listener(listener)
                    .maxReconnects(0)
                    .open();
            unit.send(tone(440, 24_000));
            unit.commit();
            listener.text.get();
            unit.send(new byte[SECOND / 2]);
            listener.closed.get();

            assertThat(received.get()).isEqualTo(8000);
            assertThat(listener.lost).containsExactly(new LostAudio(Duration.ofMillis(500), List.of()));
        }
    }

    private static int bytesUpToTheCommit(FakePeer peer) throws IOException {
        int bytes = 0;
        for (String event = peer.receive(); event.contains("append"); event = peer.receive()) {
            bytes += Base64.getDecoder().decode(event.replaceAll(".*\"audio\":\"([^\"]*)\".*", "$1")).length;
        }
        return bytes;
    }

    private static byte[] tone(int hertz, int samples) {
        ByteBuffer tone = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample = 0; sample < samples; sample++) {
            tone.putShort((short) (10_000 * Math.sin(2 * Math.PI * hertz * sample / AudioSamples.RATE)));
        }
        return tone.array();
    }
}
