package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TranscriptionSocketTest {

    private static final String COMMITTED = "input_audio_buffer.committed";
    private static final String MANUAL =
            FakeVendor.CREATED.replace("\"input\":{}", "\"input\":{\"turn_detection\":null}");

    private final Heard heard = new Heard();

    @Test
    void followsConnectAndTellsTheTextInOrder() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin();
            assertThat(peer.hear()).isEqualTo("{\"type\":\"session.update\",\"session\":{\"type\":\"transcription\"}}");
            assertThat(peer.hear()).contains("input_audio_buffer.clear");
            assertThat(peer.hear()).contains("\"audio\":\"AAECAw==\"");
            peer.say(COMMITTED, "i", ",\"previous_item_id\":null");
            peer.say("conversation.item.input_audio_transcription.delta", "i", ",\"content_index\":0,\"delta\":\"he\"");
            peer.completed("i", "hello");
            peer.end();
        })) {
            try (TranscriptionSocket unit =
                    TranscriptionSocket.open(vendor.tokens("session.update", "input_audio_buffer.clear"), heard)) {
                unit.send(new byte[] {0, 1, 2, 3});
                heard.text.get();
            }

            assertThat(vendor.peers.get(0).requestLine).isEqualTo("GET /v1/realtime?intent=transcription HTTP/1.1");
            assertThat(vendor.peers.get(0).headers).containsEntry("authorization", "Bearer ek_planted1");
            assertThat(heard.news).containsExactly("delta he", "completed hello");
            assertThat(heard.events).extracting(event -> event.getType()).startsWith("session.created", COMMITTED);
            assertThat(heard.closed.get()).isNull();
        }
    }

    @Test
    void beginsWithThePreviewsEventsToo() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.accept();
            peer.say("{\"type\":\"transcription_session.created\",\"event_id\":\"e\",\"session\":{}}");
            assertThat(peer.hear()).contains("transcription_session.update");
            peer.end();
        })) {
            TranscriptionSocket.open(vendor.tokens("transcription_session.update"), heard)
                    .close();

            assertThat(heard.events).hasSize(1);
        }
    }

    @Test
    void closingCommitsWhereNobodyElseDoesAndWaitsForTheText() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.accept().say(MANUAL);
            assertThat(peer.hear()).contains("append");
            assertThat(peer.hear()).isEqualTo("{\"type\":\"input_audio_buffer.commit\"}");
            peer.say(COMMITTED, "i", ",\"previous_item_id\":null").completed("i", "the end");
            peer.end();
        })) {
            try (TranscriptionSocket unit = TranscriptionSocket.open(vendor.tokens(), heard)) {
                unit.send(new byte[4800]);
            }

            assertThat(heard.news).containsExactly("completed the end");
        }
    }

    @Test
    void closingWaitsForTurnsInAnyOrderAndForFailedOnes() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin();
            assertThat(peer.hear()).contains("commit");
            assertThat(peer.hear()).contains("commit");
            peer.say(COMMITTED, "i", "").say(COMMITTED, "j", "");
            peer.completed("j", "second");
            peer.say(
                    "conversation.item.input_audio_transcription.failed",
                    "i",
                    ",\"content_index\":0,\"error\":{\"type\":\"server_error\",\"code\":\"DeploymentNotFound\",\"message\":\"m\",\"param\":null}");
            peer.end();
        })) {
            try (TranscriptionSocket unit = TranscriptionSocket.open(vendor.tokens(), heard)) {
                unit.commit();
                unit.commit();
            }

            assertThat(heard.news).containsExactly("completed second", "failed DeploymentNotFound");
        }
    }

    @Test
    void anErrorThatNoCloseFollowsEndsNothing() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin();
            peer.say(
                    "{\"type\":\"error\",\"event_id\":\"e\",\"error\":{\"type\":\"t\",\"code\":\"unknown_parameter\",\"message\":\"m\"}}");
            peer.completed("i", "more");
            peer.end();
        })) {
            try (TranscriptionSocket unit = TranscriptionSocket.open(vendor.tokens(), heard)) {
                heard.text.get();
            }

            assertThat(heard.news).containsExactly("error unknown_parameter", "completed more");
        }
    }

    @Test
    void sendsAStreamInFramesWithoutLosingASample() throws Exception {
        byte[] samples = new byte[50_000];
        new java.util.Random(1).nextBytes(samples);
        CompletableFuture<byte[]> arrived = new CompletableFuture<>();
        try (FakeVendor vendor = new FakeVendor(peer -> {
            peer.begin();
            java.io.ByteArrayOutputStream audio = new java.io.ByteArrayOutputStream();
            while (audio.size() < samples.length) {
                audio.write(Base64.getDecoder().decode(peer.hear().replaceAll(".*\"audio\":\"([^\"]*)\".*", "$1")));
            }
            arrived.complete(audio.toByteArray());
            peer.end();
        })) {
            try (TranscriptionSocket unit = TranscriptionSocket.open(vendor.tokens(), heard)) {
                unit.send(new ByteArrayInputStream(samples));
                assertThat(arrived.get()).isEqualTo(samples);
            }
        }
    }

    @Test
    void refusesHalfASampleAndWhatComesAfterTheEnd() throws Exception {
        try (FakeVendor vendor = new FakeVendor(peer -> peer.begin().end())) {
            TranscriptionSocket unit = TranscriptionSocket.open(vendor.tokens(), heard);

            assertThatThrownBy(() -> unit.send(new byte[3])).isInstanceOf(IllegalArgumentException.class);
            unit.close();
            unit.close();

            assertThatThrownBy(unit::commit).isInstanceOf(IllegalStateException.class);
            assertThat(unit.toString()).isEqualTo("TranscriptionSocket[closed]");
        }
    }
}
