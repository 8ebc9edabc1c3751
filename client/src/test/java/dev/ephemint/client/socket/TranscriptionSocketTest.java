package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.client.EphemintException;
import dev.ephemint.client.testing.FakeVendor;
import dev.ephemint.contract.model.ServerEvent;
import dev.ephemint.contract.model.UnknownEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TranscriptionSocketTest {

    private final RecordingListener listener = new RecordingListener();

    @Test
    void connectsAndDispatchesTheTranscriptInOrder() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin();
            assertThat(peer.receive())
                    .isEqualTo("{\"type\":\"session.update\",\"session\":{\"type\":\"transcription\"}}");
            assertThat(peer.receive()).contains("input_audio_buffer.clear");
            peer.send(FakeVendor.CREATED.replace("created", "updated"));
            assertThat(peer.receive()).contains("\"audio\":\"AAECAw==\"");
            peer.committed("i").delta("i", "he").completed("i", "hello");
            peer.end();
        })) {
            try (TranscriptionSocket unit =
                    TranscriptionSocket.open(vendor.tokens("session.update", "input_audio_buffer.clear"), listener)) {
                unit.send(new byte[] {0, 1, 2, 3});
                listener.text.get();
            }

            assertThat(vendor.peers().get(0).requestLine()).isEqualTo("GET /v1/realtime?intent=transcription HTTP/1.1");
            assertThat(vendor.peers().get(0).header("authorization")).isEqualTo("Bearer ek_planted1");
            assertThat(listener.calls).containsExactly("delta i he", "completed i hello");
            assertThat(listener.events).extracting(ServerEvent::getType).startsWith("session.created");
            assertThat(listener.closed.get()).isNull();
            assertThat(listener.lost).isEmpty();
        }
    }

    @Test
    void opensWithThePreviewsEvents() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.accept();
            peer.send("{\"type\":\"transcription_session.created\",\"event_id\":\"e\",\"session\":{}}");
            assertThat(peer.receive()).contains("transcription_session.update");
            peer.send("{\"type\":\"transcription_session.updated\",\"event_id\":\"e\",\"session\":{}}");
            peer.end();
        })) {
            TranscriptionSocket.open(vendor.tokens("transcription_session.update"), listener)
                    .close();

            assertThat(listener.events).hasSize(2);
        }
    }

    @Test
    void keepsAnEventOfAnUnknownType() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin().send("{\"type\":\"brand.new\",\"event_id\":\"e\",\"member\":[1,null]}");
            peer.completed("i", "and on");
            peer.end();
        })) {
            try (TranscriptionSocket unit = TranscriptionSocket.open(vendor.tokens(), listener)) {
                listener.text.get();
            }

            UnknownEvent unknown = (UnknownEvent) listener.events.get(1);
            assertThat(unknown.getType()).isEqualTo("brand.new");
            assertThat(unknown.getMembers()).containsEntry("member", Arrays.asList(1, null));
        }
    }

    @Test
    void errorWithoutCloseKeepsTheSession() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin().error("unknown_parameter", "Not with ek_planted1 or sk-abcdefgh");
            peer.completed("i", "more");
            peer.end();
        })) {
            TranscriptionSocket unit = TranscriptionSocket.open(vendor.tokens(), listener);
            listener.text.get();

            assertThatThrownBy(unit::close).isInstanceOf(TranscriptionFailedException.class);
            assertThat(listener.calls)
                    .containsExactly("error unknown_parameter Not with [redacted] or [redacted]", "completed i more");
        }
    }

    @Test
    void sendsEverySampleOfAStreamInFrames() throws Exception {
        byte[] samples = new byte[50_000];
        new Random(1).nextBytes(samples);
        CompletableFuture<byte[]> arrived = new CompletableFuture<>();
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin();
            ByteArrayOutputStream audio = new ByteArrayOutputStream();
            while (audio.size() < 2 * samples.length) {
                audio.write(Base64.getDecoder().decode(peer.receive().replaceAll(".*\"audio\":\"([^\"]*)\".*", "$1")));
            }
            arrived.complete(audio.toByteArray());
            peer.receive();
            peer.committed("i").completed("i", "text").end();
        })) {
            try (TranscriptionSocket unit = TranscriptionSocket.open(vendor.tokens(), listener)) {
                unit.send(new ByteArrayInputStream(samples));
                unit.send(samples);
            }
            assertThat(arrived.get()).startsWith(samples).endsWith(samples);
        }
    }

    @Test
    void rejectsAnOddLengthAndSendAfterClose() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> peer.begin().end())) {
            TranscriptionSocket unit = TranscriptionSocket.open(vendor.tokens(), listener);

            assertThatThrownBy(() -> unit.send(new byte[3])).isInstanceOf(IllegalArgumentException.class);
            unit.close();
            unit.close();

            assertThatThrownBy(unit::commit).isInstanceOf(IllegalStateException.class);
            assertThat(unit.toString()).isEqualTo("TranscriptionSocket[closed]");
        }
    }

    @Test
    void listenerCannotSendButMayClose() throws Exception {
        CompletableFuture<TranscriptionSocket> unit = new CompletableFuture<>();
        CompletableFuture<RuntimeException> thrown = new CompletableFuture<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        TranscriptionListener impatient = new TranscriptionListener() {
            @Override
            public void completed(String itemId, String transcript) {
                try {
                    unit.join().send(new byte[2]);
                } catch (IllegalStateException refused) {
                    thrown.complete(refused);
                }
                unit.join().close();
            }

            @Override
            public void closed(@Nullable EphemintException why) {
                closed.complete(null);
            }
        };
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin().receive();
            peer.committed("i").completed("i", "text").end();
        })) {
            unit.complete(TranscriptionSocket.open(vendor.tokens(), impatient));
            unit.join().send(new byte[4800]);

            assertThat(thrown.get()).hasMessage("send() called from a listener would deadlock");
            closed.get();
        }
    }

    @Test
    void exceptionOfTheListenerKeepsTheSession() throws Exception {
        TranscriptionListener clumsy = new TranscriptionListener() {
            @Override
            public void event(ServerEvent event) {
                Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
                throw new IllegalStateException("clumsy");
            }

            @Override
            public void completed(String itemId, String transcript) {
                listener.completed(itemId, transcript);
            }
        };
        try (FakeVendor vendor = new FakeVendor(
                        peer -> peer.begin().completed("i", "still").end());
                TranscriptionSocket unit = TranscriptionSocket.open(vendor.tokens(), clumsy)) {
            listener.text.get();
        }
    }
}
