package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ephemint.client.internal.audio.AudioSamples;
import dev.ephemint.client.internal.socket.Background;
import dev.ephemint.client.internal.socket.Outbox;
import dev.ephemint.client.testing.FakePeer;
import dev.ephemint.client.testing.FakeVendor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Closing without loss, or with a reported loss. */
class SocketCloseTest {

    private static final String COMMIT =
            "{\"type\":\"input_audio_buffer.commit\",\"event_id\":\"" + AudioSamples.COMMIT_ID + "\"}";
    private static final String DETECTING = FakeVendor.CREATED.replace("null", "{\"type\":\"server_vad\"}");

    private final RecordingListener listener = new RecordingListener();
    private final SocketTimer timer = new SocketTimer();

    @Test
    void closeCommitsWithoutTurnDetectionAndWaitsForTheTranscript() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin();
            assertThat(peer.receive()).contains("append");
            assertThat(peer.receive()).isEqualTo(COMMIT);
            peer.committed("i").completed("i", "the end").end();
        })) {
            sendAndClose(vendor, new byte[4800]);

            assertThat(listener.calls).containsExactly("completed i the end");
            assertThat(listener.lost).isEmpty();
        }
    }

    @Test
    void closeWaitsForAllTurnsInAnyOrder() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin();
            for (int listener = 0; listener < 4; listener++) {
                peer.receive();
            }
            peer.committed("i").committed("j").completed("j", "second").failed("i", "audio_unintelligible");
            peer.end();
        })) {
            TranscriptionSocket unit = open(vendor);
            unit.send(new byte[4800]);
            unit.commit();
            unit.send(new byte[4800]);
            unit.commit();
            unit.commit();

            assertThatThrownBy(unit::close).isInstanceOfSatisfying(TranscriptionFailedException.class, failed -> {
                assertThat(failed.failedTurns()).isEqualTo(1);
                assertThat(failed.code()).contains("audio_unintelligible");
            });
            assertThat(listener.calls).containsExactly("completed j second", "failed i audio_unintelligible");
            assertThat(listener.lost).isEmpty();
        }
    }

    @Test
    void closeCommitsRemainingSpeechWithTurnDetection() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.accept().send(DETECTING).receive();
            assertThat(peer.receive()).isEqualTo(COMMIT);
            // The vendor's own turn comes first, and is not the response to the commit.
            detected(peer, "i", 20);
            peer.committed("i").completed("i", "first").committed("j").completed("j", "last");
            peer.end();
        })) {
            sendAndClose(vendor, sound(4800));

            assertThat(listener.calls).containsExactly("completed i first", "completed j last");
        }
    }

    @Test
    void trailingSilenceIsNeitherCommittedNorLost() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.accept().send(DETECTING).receive();
            peer.receive();
            detected(peer, "i", 150);
            peer.committed("i").completed("i", "all").end();
        })) {
            try (TranscriptionSocket unit = open(vendor)) {
                unit.send(sound(4800));
                unit.send(new byte[24_000]);
                listener.text.get();
            }

            assertThat(listener.calls).containsExactly("completed i all");
            assertThat(listener.lost).isEmpty();
        }
    }

    @Test
    void closeDoesNotWaitForARejectedCommit() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.accept().send(DETECTING).receive();
            peer.receive();
            detected(peer, "i", 50);
            peer.committed("i").completed("i", "all");
            peer.error("input_audio_buffer_commit_empty", "buffer too small").end();
        })) {
            sendAndClose(vendor, sound(4800));

            assertThat(listener.calls)
                    .containsExactly("completed i all", "error input_audio_buffer_commit_empty buffer too small");
            assertThat(listener.lost).isEmpty();
        }
    }

    @Test
    void closeReportsATurnWithoutTranscriptAfterTheTimeout() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin().receive();
            peer.receive();
            peer.committed("i").delta("i", "half");
            peer.end();
        })) {
            TranscriptionSocket unit = open(vendor);
            unit.send(new byte[4800]);
            CompletableFuture<Throwable> closing = closing(unit);
            listener.called.get();
            timer.timeOutUntil(closing);

            assertLost(closing.get(), new LostAudio(Duration.ZERO, List.of("i")));
            assertThat(listener.closed.get()).isNull();
        }
    }

    @Test
    void closeEndsIfTheVendorStaysSilent() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin();
            while (!peer.receive().equals("end")) {
                // It listens for ever.
            }
        })) {
            TranscriptionSocket unit = open(vendor);
            unit.send(new byte[9600]);
            CompletableFuture<Throwable> closing = closing(unit);
            timer.timeOutUntil(closing);

            assertLost(closing.get(), new LostAudio(Duration.ofMillis(200), List.of()));
            assertThat(listener.closed.get()).isNull();
        }
    }

    @Test
    void closeReleasesABlockedSender() throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<Void> full = new CompletableFuture<>();
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin();
            over.join();
        })) {
            TranscriptionSocket unit = open(vendor);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendForEver(unit, full));
            full.get();
            assertThat(unit.current().waiting()).isLessThanOrEqualTo(8);
            CompletableFuture<Throwable> closing = closing(unit);

            assertThatThrownBy(sending::get).hasRootCauseMessage("the socket is closed");
            timer.timeOutUntil(closing);
            assertThat(closing.get()).isInstanceOf(TranscriptionFailedException.class);
            assertThat(listener.lost).hasSize(1);
            over.complete(null);
        }
    }

    @Test
    void cancellingOpenClosesTheConnection() throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> givenUp = new CompletableFuture<>();
        CompletableFuture<Void> left = new CompletableFuture<>();
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.accept();
            begun.complete(null);
            givenUp.join();
            peer.send(FakeVendor.CREATED).end();
            left.complete(null);
        })) {
            CompletableFuture<TranscriptionSocket> opening =
                    TranscriptionSocket.builder(vendor.tokens()).timer(timer).openAsync();
            begun.get();
            opening.cancel(true);
            givenUp.complete(null);

            left.get();
        }
    }

    /** Holds the outbox's monitor except while it waits, so that the test enters only then. */
    private static void sendForEver(TranscriptionSocket unit, CompletableFuture<Void> full) {
        Outbox outbox = unit.current().out();
        while (true) {
            synchronized (outbox) {
                if (outbox.waiting() == 8) {
                    full.complete(null);
                }
                unit.send(new byte[AudioSamples.LONGEST_FRAME]);
            }
        }
    }

    private void assertLost(Throwable thrown, LostAudio lost) {
        assertThat(thrown)
                .isInstanceOfSatisfying(TranscriptionFailedException.class, failed -> assertThat(failed.lost())
                        .isEqualTo(lost));
        assertThat(listener.lost).containsExactly(lost);
    }

    /** What closing throws. */
    private static CompletableFuture<Throwable> closing(TranscriptionSocket unit) {
        return CompletableFuture.supplyAsync(() -> catchThrowable(unit::close), Background.THREADS);
    }

    private void sendAndClose(FakeVendor vendor, byte[] samples) {
        try (TranscriptionSocket unit = open(vendor)) {
            unit.send(samples);
        }
    }

    private TranscriptionSocket open(FakeVendor vendor) {
        return TranscriptionSocket.builder(vendor.tokens())
                .listener(listener)
                .timer(timer)
                .open();
    }

    private static void detected(FakePeer peer, String item, int endInMilliseconds) throws IOException {
        peer.send("input_audio_buffer.speech_stopped", item, ",\"audio_end_ms\":" + endInMilliseconds);
    }

    private static byte[] sound(int bytes) {
        byte[] samples = new byte[bytes];
        java.util.Arrays.fill(samples, (byte) 20);
        return samples;
    }
}
