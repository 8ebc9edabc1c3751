package dev.ephemint.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The samples of a WAV file, as a {@link TranscriptionSocket} takes them. Nothing is resampled or mixed. */
public final class WavAudio {

    private static final int PCM = 1;

    /** The format's code then stands at the beginning of a longer identifier. */
    private static final int EXTENSIBLE = 0xfffe;

    private static final int SUBFORMAT_AT = 24;
    private static final int LONGEST_FORMAT = 1024;

    private WavAudio() {}

    /** The samples of a file, to be closed by the caller. */
    public static InputStream open(Path file) throws IOException {
        InputStream wav = new BufferedInputStream(Files.newInputStream(file));
        try {
            return of(wav);
        } catch (IOException refused) {
            wav.close();
            throw refused;
        }
    }

    /**
     * The samples in a stream that begins as a WAV file does. Closing it closes the stream.
     *
     * @throws IOException also where the audio is of another form than 16-bit PCM at 24 kHz on one channel
     */
    public static InputStream of(InputStream wav) throws IOException {
        if (!name(wav).equals("RIFF") || number(wav) < 0 || !name(wav).equals("WAVE")) {
            throw new IOException("Not a WAV file: it does not begin with RIFF and WAVE");
        }
        boolean isKnown = false;
        for (String chunk = name(wav); !chunk.equals("data"); chunk = name(wav)) {
            long length = number(wav);
            if (chunk.equals("fmt ")) {
                check(format(wav, length));
                isKnown = true;
            } else {
                wav.skipNBytes(length + length % 2);
            }
        }
        if (!isKnown) {
            throw new IOException("Not a WAV file: its data comes before its format");
        }
        return new Samples(wav, number(wav));
    }

    private static String name(InputStream wav) throws IOException {
        return new String(four(wav), StandardCharsets.US_ASCII);
    }

    private static byte[] four(InputStream wav) throws IOException {
        byte[] four = wav.readNBytes(4);
        if (four.length < 4) {
            throw new EOFException("The WAV file ends before its data begins");
        }
        return four;
    }

    private static long number(InputStream wav) throws IOException {
        return Integer.toUnsignedLong(little(four(wav)).getInt());
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer format(InputStream wav, long length) throws IOException {
        byte[] format = wav.readNBytes((int) Math.min(length + length % 2, LONGEST_FORMAT));
        if (format.length < 16) {
            throw new EOFException("The WAV file ends in its format");
        }
        return little(format);
    }

    private static void check(ByteBuffer format) throws IOException {
        int code = Short.toUnsignedInt(format.getShort(0));
        int encoding = code == EXTENSIBLE && format.limit() > SUBFORMAT_AT + 1 ? format.getShort(SUBFORMAT_AT) : code;
        int channels = Short.toUnsignedInt(format.getShort(2));
        long rate = Integer.toUnsignedLong(format.getInt(4));
        int bits = Short.toUnsignedInt(format.getShort(14));
        if (encoding != PCM || channels != 1 || rate != 24_000 || bits != 16) {
            throw new IOException("Wanted is a WAV file of PCM, 1 channel, 24000 Hz, 16 bits; this is of "
                    + (encoding == PCM ? "PCM" : "encoding " + encoding) + ", " + channels + " channels, " + rate
                    + " Hz, " + bits + " bits");
        }
    }

    /** What is in the chunk and not what follows it. A length that nobody knew yet stands for all the rest. */
    private static final class Samples extends FilterInputStream {

        private long left;

        Samples(InputStream wav, long length) {
            super(wav);
            left = length == 0 || length == 0xffff_ffffL ? Long.MAX_VALUE : length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(into, from, (int) Math.min(most, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long most) throws IOException {
            long skipped = in.skip(Math.min(most, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(in.available(), left);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
