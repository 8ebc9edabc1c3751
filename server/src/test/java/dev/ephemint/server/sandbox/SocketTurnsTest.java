package dev.ephemint.server.sandbox;

import static dev.ephemint.server.sandbox.SocketTalkTest.updated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.Document;
import dev.ephemint.testing.SettableClock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Turn detection on what is really sent. */
class SocketTurnsTest {

    private final Sandbox sandbox = Sandbox.start("openai", new SettableClock());
    private SocketCaller unit;

    @BeforeEach
    void open() {
        String key = "Bearer " + sandbox.key().reveal();
        unit = SocketCaller.open(sandbox, Document.OPENAI, "/v1/realtime?intent=transcription", "authorization", key);
        unit.next("session.created");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** With the vendors' defaults of 300 and 200. */
    @Test
    void commitsAtTheEndOfSpeech() {
        updated(unit, "{\"transcription\":{\"model\":\"gpt-4o-transcribe\"}}");

        unit.append(tone(1000, 0)).append(tone(600, 8000)).append(tone(400, 0));

        JsonNode started = unit.next("input_audio_buffer.speech_started");
        List<JsonNode> spoken = unit.until("input_audio_buffer.speech_stopped");
        JsonNode stopped = spoken.get(spoken.size() - 1);
        JsonNode committed = unit.next("input_audio_buffer.committed");
        assertThat(started.path("audio_start_ms").asInt()).isEqualTo(700);
        assertThat(stopped.path("audio_end_ms").asInt()).isEqualTo(1800);
        assertThat(committed.path("item_id")).isEqualTo(started.path("item_id")).isEqualTo(stopped.path("item_id"));
        unit.until("conversation.item.input_audio_transcription.completed");
    }

    /** OpenAI's published document of 2026-08-21: at most 15 MiB of audio in one append. */
    @Test
    void acceptsTheLongestAppend() {
        unit.append(new byte[15 * 1024 * 1024]).send("{\"type\":\"input_audio_buffer.clear\"}");

        unit.next("input_audio_buffer.cleared");
    }

    @ParameterizedTest
    @CsvSource({"100, 500, 900, 2100", "0, 40, 1000, 1640"})
    void appliesPaddingAndSilence(int padding, int silence, int start, int end) {
        updated(
                unit,
                "{\"turn_detection\":{\"type\":\"server_vad\",\"prefix_padding_ms\":" + padding
                        + ",\"silence_duration_ms\":" + silence + "}}");

        unit.append(tone(1000, 0)).append(tone(600, 8000)).append(tone(600, 0));

        assertThat(unit.next("input_audio_buffer.speech_started")
                        .path("audio_start_ms")
                        .asInt())
                .isEqualTo(start);
        assertThat(unit.next("input_audio_buffer.speech_stopped")
                        .path("audio_end_ms")
                        .asInt())
                .isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"0.5, input_audio_buffer.speech_started", "1.0, input_audio_buffer.cleared"})
    void appliesTheThreshold(String threshold, String next) {
        updated(unit, "{\"turn_detection\":{\"type\":\"server_vad\",\"threshold\":" + threshold + "}}");

        unit.append(tone(500, 1000)).send("{\"type\":\"input_audio_buffer.clear\"}");

        unit.next(next);
    }

    @Test
    void detectsNoTurnsWithoutTurnDetection() {
        updated(unit, "{\"turn_detection\":null}");

        unit.append(tone(500, 8000)).append(tone(500, 0)).commit();

        unit.next("input_audio_buffer.committed");
    }

    @Test
    void acceptsSplitSamples() {
        byte[] audio = tone(300, 8000);
        unit.append(slice(audio, 0, 4801))
                .append(slice(audio, 4801, audio.length))
                .append(tone(200, 0));

        unit.next("input_audio_buffer.speech_started");

        assertThat(unit.next("input_audio_buffer.speech_stopped")
                        .path("audio_end_ms")
                        .asInt())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio/pcmu", "audio/pcma"})
    void detectsSpeechInTelephonyFormats(String format) {
        updated(unit, "{\"format\":{\"type\":\"" + format + "\"}}");
        boolean mu = format.equals("audio/pcmu");

        unit.append(filled(4000, mu ? 0x80 : 0xaa)).append(filled(4000, mu ? 0xff : 0xd5));

        unit.next("input_audio_buffer.speech_started");
        assertThat(unit.next("input_audio_buffer.speech_stopped")
                        .path("audio_end_ms")
                        .asInt())
                .isEqualTo(700);
    }

    /** A square wave of 500 Hz: its loudness is its height. */
    static byte[] tone(int milliseconds, int height) {
        ByteBuffer audio = ByteBuffer.allocate(milliseconds * 48).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < milliseconds * 24; i++) {
            audio.putShort((short) (i / 24 % 2 == 0 ? height : -height));
        }
        return audio.array();
    }

    private static byte[] slice(byte[] audio, int from, int to) {
        return Arrays.copyOfRange(audio, from, to);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
