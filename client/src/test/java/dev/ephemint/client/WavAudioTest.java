package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavAudioTest {

    private static final byte[] SAMPLES = {1, 2, 3, 4, 5, 6};

    @Test
    void givesTheSamplesAndNothingThatFollowsThem() throws IOException {
        byte[] wav = concatenated(wav(1, 1, 24_000, 16, SAMPLES), chunk("LIST", new byte[8]));

        assertThat(WavAudio.of(new ByteArrayInputStream(wav)).readAllBytes()).isEqualTo(SAMPLES);
    }

    @Test
    void passesOverChunksThatItDoesNotKnow() throws IOException {
        byte[] plain = wav(1, 1, 24_000, 16, SAMPLES);
        byte[] wav = concatenated(
                Arrays.copyOf(plain, 12), chunk("bext", new byte[7]), Arrays.copyOfRange(plain, 12, plain.length));

        assertThat(WavAudio.of(new ByteArrayInputStream(wav)).readAllBytes()).isEqualTo(SAMPLES);
    }

    @Test
    void takesTheExtensibleFormOfPcm() throws IOException {
        byte[] format = Arrays.copyOf(format(0xfffe, 1, 24_000, 16), 40);
        format[24] = 1;
        byte[] wav = concatenated(head(), chunk("fmt ", format), chunk("data", SAMPLES));

        assertThat(WavAudio.of(new ByteArrayInputStream(wav)).readAllBytes()).isEqualTo(SAMPLES);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void takesALengthThatNobodyKnewForAllTheRest(int length) throws IOException {
        byte[] wav = wav(1, 1, 24_000, 16, SAMPLES);
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(40, length);

        assertThat(WavAudio.of(new ByteArrayInputStream(wav)).readAllBytes()).isEqualTo(SAMPLES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 2 | 24000 | 16 | PCM, 2 channels, 24000 Hz, 16 bits",
                "1 | 1 | 44100 | 16 | PCM, 1 channels, 44100 Hz, 16 bits",
                "1 | 1 | 24000 | 8  | PCM, 1 channels, 24000 Hz, 8 bits",
                "3 | 1 | 24000 | 32 | encoding 3, 1 channels, 24000 Hz, 32 bits",
            })
    void refusesEveryOtherFormAndSaysWhatIsWanted(int encoding, int channels, int rate, int bits, String found) {
        assertThatThrownBy(() -> WavAudio.of(new ByteArrayInputStream(wav(encoding, channels, rate, bits, SAMPLES))))
                .isInstanceOf(IOException.class)
                .hasMessage("Wanted is a WAV file of PCM, 1 channel, 24000 Hz, 16 bits; this is of " + found);
    }

    @Test
    void refusesWhatIsNoWavFile() {
        assertThatThrownBy(() ->
                        WavAudio.of(new ByteArrayInputStream("ID3 and some music".getBytes(StandardCharsets.US_ASCII))))
                .hasMessage("Not a WAV file: it does not begin with RIFF and WAVE");
        assertThatThrownBy(() -> WavAudio.of(new ByteArrayInputStream(concatenated(head(), chunk("data", SAMPLES)))))
                .hasMessage("Not a WAV file: its data comes before its format");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 14, 30, 42})
    void refusesAFileThatEndsBeforeItsDataBegins(int length) {
        byte[] cut = Arrays.copyOf(wav(1, 1, 24_000, 16, SAMPLES), length);

        assertThatThrownBy(() -> WavAudio.of(new ByteArrayInputStream(cut))).isInstanceOf(EOFException.class);
    }

    @Test
    void opensFiles(@TempDir Path folder) throws IOException {
        Path good = Files.write(folder.resolve("good.wav"), wav(1, 1, 24_000, 16, SAMPLES));
        Path bad = Files.write(folder.resolve("bad.wav"), wav(1, 2, 24_000, 16, SAMPLES));

        try (var samples = WavAudio.open(good)) {
            assertThat(samples.readAllBytes()).isEqualTo(SAMPLES);
        }
        assertThatThrownBy(() -> WavAudio.open(bad)).hasMessageContaining("2 channels");
    }

    static byte[] wav(int encoding, int channels, int rate, int bits, byte[] samples) {
        return concatenated(head(), chunk("fmt ", format(encoding, channels, rate, bits)), chunk("data", samples));
    }

    private static byte[] head() {
        return "RIFF0000WAVE".getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] format(int encoding, int channels, int rate, int bits) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) encoding)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits)
                .array();
    }

    private static byte[] chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
