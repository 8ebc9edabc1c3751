package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

public class WavAudioTest {

    private static final byte[] SAMPLES = {1, 2, 3, 4, 5, 6};
    private static final byte[] ODD = {1, 2, 3, 4, 5};

    @Test
    void readsOnlyTheSamples() throws IOException {
        byte[] wav = concatenated(wav(1, 1, 24_000, 16, SAMPLES), chunk("LIST", new byte[8]));

        assertThat(WavAudio.of(new ByteArrayInputStream(wav)).readAllBytes()).isEqualTo(SAMPLES);
    }

    @Test
    void skipsUnknownChunks() throws IOException {
        byte[] plain = wav(1, 1, 24_000, 16, SAMPLES);
        byte[] wav = concatenated(
                Arrays.copyOf(plain, 12), chunk("bext", new byte[7]), Arrays.copyOfRange(plain, 12, plain.length));

        assertThat(WavAudio.of(new ByteArrayInputStream(wav)).readAllBytes()).isEqualTo(SAMPLES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 2 | 24000 | 16 | PCM, 16 bits, stereo, 24000 Hz",
                "1 | 6 | 24000 | 16 | PCM, 16 bits, 6 channels, 24000 Hz",
                "1 | 1 | 44100 | 16 | PCM, 16 bits, mono, 44100 Hz",
                "1 | 1 | 24000 | 8  | PCM, 8 bits, mono, 24000 Hz",
                "2 | 1 | 24000 | 4  | Microsoft ADPCM, 4 bits, mono, 24000 Hz",
                "3 | 1 | 24000 | 32 | IEEE float, 32 bits, mono, 24000 Hz",
                "6 | 1 | 8000  | 8  | G.711 A-law, 8 bits, mono, 8000 Hz",
                "7 | 1 | 8000  | 8  | G.711 u-law, 8 bits, mono, 8000 Hz",
                "17 | 1 | 24000 | 4 | IMA ADPCM, 4 bits, mono, 24000 Hz",
                "85 | 1 | 24000 | 0 | MP3, 0 bits, mono, 24000 Hz",
                "4660 | 1 | 24000 | 16 | encoding 0x1234, 16 bits, mono, 24000 Hz",
                "65534 | 1 | 24000 | 16 | an unregistered extensible encoding, 16 bits, mono, 24000 Hz",
            })
    void rejectsOtherFormatsAndNamesTheExpectedOne(int encoding, int channels, int rate, int bits, String found) {
        assertThatThrownBy(() -> WavAudio.of(new ByteArrayInputStream(wav(encoding, channels, rate, bits, SAMPLES))))
                .isInstanceOf(IOException.class)
                .hasMessage("Expected 16-bit PCM, mono, 24000 Hz, but the file is " + found
                        + "; convert it first, as with: ffmpeg -i in.wav -ar 24000 -ac 1 -c:a pcm_s16le out.wav");
    }

    @ParameterizedTest
    @CsvSource({"3, IEEE float", "1, PCM"})
    void namesTheEncodingInAnExtensibleFormat(int encoding, String name) {
        byte[] wav = concatenated(head(), chunk("fmt ", extensible(encoding, 32)), chunk("data", SAMPLES));

        assertThatThrownBy(() -> WavAudio.of(new ByteArrayInputStream(wav)))
                .hasMessageContaining("but the file is " + name + ", 32 bits, mono, 24000 Hz");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ID3 and some music | MP3",
                "OggS and some music | Ogg",
                "fLaC and some music | FLAC",
                "FORM1234AIFFCOMM | AIFF",
                "RIFX1234WAVEfmt | big-endian WAV (RIFX)",
                "RIFF1234AVI LIST | RIFF of another kind, as AVI is",
                "1234ftypM4A 1234 | MP4",
                "Hello, world, this is text | none of the forms known here",
            })
    void rejectsAndNamesOtherFileFormats(String begin, String kind) {
        assertThatThrownBy(() -> WavAudio.of(new ByteArrayInputStream(begin.getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(IOException.class)
                .hasMessage("Not a WAV file: it begins like " + kind);
    }

    @Test
    void rejectsDataBeforeTheFormat() {
        assertThatThrownBy(() -> WavAudio.of(new ByteArrayInputStream(concatenated(head(), chunk("data", SAMPLES)))))
                .hasMessage("Not a WAV file: its data comes before its format");
    }

    /** Files as writers leave them, each with the samples that are in it. */
    static Stream<Arguments> files() {
        byte[] plain = chunk("fmt ", format(1, 1, 24_000, 16));
        byte[] data = chunk("data", SAMPLES);
        byte[] tags = chunk("LIST", "INFOISFT1234Lavf".getBytes(StandardCharsets.US_ASCII));
        byte[] odd = chunk("note", new byte[7]);
        byte[] unpadded = Arrays.copyOf(odd, odd.length - 1);
        byte[] none = new byte[0];
        return Stream.of(
                arguments("odd chunk with a pad byte", concatenated(head(), plain, odd, data), SAMPLES),
                arguments("odd chunk without one", concatenated(head(), plain, unpadded, data), SAMPLES),
                arguments("odd chunk behind the data", concatenated(head(), plain, data, unpadded), SAMPLES),
                arguments("data of odd length", concatenated(head(), plain, chunk("data", ODD)), ODD),
                arguments("extensible", concatenated(head(), chunk("fmt ", extensible(1, 16)), data), SAMPLES),
                arguments("long format", concatenated(head(), longer(plain), data), SAMPLES),
                arguments("no data, then tags", concatenated(head(), plain, chunk("data", none), tags), none),
                arguments("no data at all", concatenated(head(), plain, chunk("data", none)), none),
                arguments("no data, tags, data", concatenated(head(), plain, chunk("data", none), tags, data), SAMPLES),
                arguments("length 0, data follows", concatenated(head(), plain, unknown(0, SAMPLES)), SAMPLES),
                arguments("length 0, data, tags", concatenated(head(), plain, unknown(0, SAMPLES), tags), SAMPLES),
                arguments("length -1", concatenated(head(), plain, unknown(-1, SAMPLES)), SAMPLES),
                arguments("length -1, tags", concatenated(head(), plain, unknown(-1, SAMPLES), tags), SAMPLES),
                arguments("length -1, nothing", concatenated(head(), plain, unknown(-1, none)), none),
                arguments("cut short", concatenated(head(), plain, unknown(100, SAMPLES)), SAMPLES),
                arguments("RF64", concatenated(rf64(6), plain, unknown(-1, SAMPLES), tags), SAMPLES),
                arguments(
                        "RF64 of unknown length", concatenated(rf64(-1), plain, unknown(-1, SAMPLES), tags), SAMPLES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void readsSamplesOfEveryWriter(String file, byte[] wav, byte[] samples) throws IOException {
        try (InputStream unit = WavAudio.of(new ByteArrayInputStream(wav))) {
            assertThat(unit.readAllBytes()).as(file).isEqualTo(samples);
        }
        try (InputStream unit = WavAudio.of(new ByteArrayInputStream(wav))) {
            ByteArrayOutputStream singly = new ByteArrayOutputStream();
            for (int read = unit.read(); read >= 0; read = unit.read()) {
                singly.write(read);
            }
            assertThat(singly.toByteArray()).as(file).isEqualTo(samples);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 14, 30, 42})
    void rejectsATruncatedHeader(int length) {
        byte[] cut = Arrays.copyOf(wav(1, 1, 24_000, 16, SAMPLES), length);

        assertThatThrownBy(() -> WavAudio.of(new ByteArrayInputStream(cut)))
                .isInstanceOf(EOFException.class)
                .hasMessageStartingWith("The WAV file");
    }

    @Test
    void opensFiles(@TempDir Path folder) throws IOException {
        Path good = Files.write(folder.resolve("good.wav"), wav(1, 1, 24_000, 16, SAMPLES));
        Path bad = Files.write(folder.resolve("bad.wav"), wav(1, 2, 24_000, 16, SAMPLES));

        try (var samples = WavAudio.open(good)) {
            assertThat(samples.readAllBytes()).isEqualTo(SAMPLES);
        }
        assertThatThrownBy(() -> WavAudio.open(bad)).hasMessageContaining("stereo");
    }

    public static byte[] wav(int encoding, int channels, int rate, int bits, byte[] samples) {
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

    private static byte[] extensible(int encoding, int bits) {
        return ByteBuffer.allocate(40)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(format(0xfffe, 1, 24_000, bits))
                .putShort((short) 22)
                .putShort((short) bits)
                .putInt(4)
                .putShort((short) encoding)
                .put(new byte[] {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71})
                .array();
    }

    private static byte[] longer(byte[] format) {
        byte[] content = Arrays.copyOf(Arrays.copyOfRange(format, 8, 24), 3000);
        return chunk("fmt ", content);
    }

    private static byte[] unknown(int length, byte[] samples) {
        return ByteBuffer.allocate(8 + samples.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .put(samples)
                .array();
    }

    private static byte[] rf64(long length) {
        byte[] lengths = ByteBuffer.allocate(28)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(100)
                .putLong(length)
                .array();
        return concatenated("RF640000WAVE".getBytes(StandardCharsets.US_ASCII), chunk("ds64", lengths));
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
