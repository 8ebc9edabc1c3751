package dev.ephemint.client.internal.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioEncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'audio':{'input':{'format':{'type':'audio/pcm','rate':24000}}}} | PCM",
                "{'audio':{'input':{'format':{'type':'audio/pcm','rate':24000.0}}}} | PCM",
                "{'audio':{'input':{'format':{'type':'audio/pcm','rate':null}}}} | PCM",
                "{'audio':{'input':{'format':{'type':'audio/pcm'}}}} | PCM",
                "{'audio':{'input':{'format':{'type':'audio/pcmu'}}}} | PCMU",
                "{'audio':{'input':{'format':{'type':'audio/pcma'}}}} | PCMA",
                "{'input_audio_format':'pcm16'} | PCM",
                "{'input_audio_format':'g711_ulaw'} | PCMU",
                "{'input_audio_format':'g711_alaw'} | PCMA",
                "{'input_audio_format':null} |",
                "{'audio':{'input':{'format':null}}} |",
                "{} |",
                "null |",
            })
    void readsBothShapesOfASession(String session, AudioEncoding format) throws Exception {
        assertThat(AudioEncoding.of(json(session)).orElse(null)).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'audio':{'input':{'format':{'type':'audio/pcm','rate':16000}}}}"
                        + " | session.audio.input.format | audio/pcm at 16000 Hz",
                "{'audio':{'input':{'format':{'type':'audio/opus'}}}} | session.audio.input.format | audio/opus",
                "{'input_audio_format':'opus'} | input_audio_format | opus",
            })
    void rejectsUnsupportedFormats(String session, String member, String found) {
        assertThatThrownBy(() -> AudioEncoding.of(json(session)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(member + ": this client sends PCM at 24000 Hz or G.711 (audio/pcm, audio/pcmu, audio/pcma),"
                        + " got " + found);
    }

    /** Samples and bytes from ITU-T G.711: both ends, zero, and the first of a segment. */
    @ParameterizedTest
    @CsvSource({
        "0, ff, d5",
        "-1, 7f, 55",
        "8, fe, d5",
        "1000, ce, fa",
        "-1000, 4e, 7a",
        "32767, 80, aa",
        "-32768, 00, 2a",
    })
    void encodesAsG711Requires(int sample, String muLaw, String aLaw) {
        assertThat(hex(G711.toMuLaw(sample))).isEqualTo(muLaw);
        assertThat(hex(G711.toALaw(sample))).isEqualTo(aLaw);
    }

    @ParameterizedTest
    @CsvSource({"300, true", "1000, true", "3000, true", "5000, false", "7000, false", "9000, false"})
    void filtersFrequenciesAboveTelephony(int hertz, boolean isKept) {
        byte[] encoded = new TelephonyEncoder(sample -> (byte) (sample / 256)).encode(tone(hertz, 24_000));

        int loudest = 0;
        for (int at = 100; at < encoded.length; at++) {
            loudest = Math.max(loudest, Math.abs(encoded[at]));
        }
        assertThat(encoded).hasSize(8000);
        assertThat(loudest).matches(level -> isKept ? level > 25 : level < 4);
    }

    @Test
    void encodesFramesOfAnyLengthAsOneSignal() {
        byte[] tone = tone(440, 24_000);
        byte[] whole = AudioEncoding.PCMU.encoder().encode(tone);
        AudioEncoding.Encoder unit = AudioEncoding.PCMU.encoder();
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (int from = 0, length = 2; from < tone.length; from += length, length = 2 + (length + 6) % 1000) {
            parts.writeBytes(unit.encode(Arrays.copyOfRange(tone, from, Math.min(tone.length, from + length))));
        }

        assertThat(parts.toByteArray()).isEqualTo(whole);
    }

    private static byte[] tone(int hertz, int samples) {
        ByteBuffer tone = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample = 0; sample < samples; sample++) {
            tone.putShort((short) (10_000 * Math.sin(2 * Math.PI * hertz * sample / AudioSamples.RATE)));
        }
        return tone.array();
    }

    private static String hex(byte code) {
        return String.format("%02x", code);
    }

    private static JsonNode json(String text) throws IOException {
        return ContractJson.mapper().readTree(text.replace('\'', '"'));
    }
}
