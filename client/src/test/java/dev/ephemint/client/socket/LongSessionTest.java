package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.client.internal.audio.AudioSamples;
import dev.ephemint.client.testing.FakePeer;
import dev.ephemint.client.testing.FakeVendor;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** 86 MB of samples, and a turn every five seconds of them. What is held is counted at every frame. */
class LongSessionTest {

    private static final int FRAMES = 30 * 60 * 10;
    private static final int FRAMES_OF_A_TURN = 50;
    private static final int TURNS = FRAMES / FRAMES_OF_A_TURN;

    private final AtomicLong received = new AtomicLong();
    private final Semaphore texts = new Semaphore(0);

    @Test
    void memoryDoesNotGrowDuringHalfAnHour() throws Exception {
        int mostWaiting = 0;
        int mostTurns = 0;
        byte[] frame = new byte[AudioSamples.FRAME];
        TranscriptionListener counting = TranscriptionListener.ofText(text -> texts.release());
        try (FakeVendor vendor = new FakeVendor(this::listen)) {
            try (TranscriptionSocket unit = TranscriptionSocket.builder(vendor.tokens())
                    .listener(counting)
                    .timer(new SocketTimer())
                    .open()) {
                for (int sent = 1; sent <= FRAMES; sent++) {
                    unit.send(frame);
                    if (sent % FRAMES_OF_A_TURN == 0) {
                        unit.commit();
                        awaitTheTextBeforeTheLast(sent / FRAMES_OF_A_TURN);
                    }
                    mostWaiting = Math.max(mostWaiting, unit.current().waiting());
                    mostTurns = Math.max(mostTurns, unit.current().turns.size());
                }
            }
        }

        assertThat(mostWaiting).isLessThanOrEqualTo(8);
        assertThat(mostTurns).isLessThanOrEqualTo(3);
        assertThat(received).hasValue((long) FRAMES * AudioSamples.FRAME);
        assertThat(texts.availablePermits()).isEqualTo(2);
    }

    /** Speech takes time, in which its texts arrive. */
    private void awaitTheTextBeforeTheLast(int turn) throws InterruptedException {
        if (turn > 2) {
            texts.acquire();
        }
    }

    private void listen(FakePeer peer) throws IOException {
        peer.begin();
        for (int turn = 0; turn < TURNS; turn++) {
            for (String event = peer.receive(); event.contains("append"); event = peer.receive()) {
                int base64 = event.lastIndexOf('"') - event.indexOf("\"audio\":\"") - 9;
                received.addAndGet(base64 / 4 * 3L);
            }
            peer.committed("item_" + turn).delta("item_" + turn, "t").completed("item_" + turn, "text");
        }
        peer.end();
    }
}
