package dev.ephemint.client.internal.audio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the chunks of a WAV file up to its samples. */
public final class WavReader {

    /** RF64 and BW64 are WAV with lengths of 64 bits, which stand in a chunk {@code ds64} (EBU Tech 3306, 2009). */
    private static final Set<String> WAV = Set.of("RIFF", "RF64", "BW64");

    private static final long UNKNOWN = 0xffff_ffffL;
    private static final Pattern CHUNK_NAME = Pattern.compile("[A-Za-z0-9_ ]{4}");
    private static final int HEADER = 8;
    private static final int LENGTHS = 16;

    private final PushbackInputStream wav;
    private boolean isFormatKnown;
    private boolean isEmpty;
    private long longLength = UNKNOWN;

    public WavReader(InputStream wav) {
        this.wav = new PushbackInputStream(wav, HEADER);
    }

    public InputStream samples() throws IOException {
        readHead();
        while (true) {
            byte[] header = wav.readNBytes(HEADER);
            if (header.length < HEADER && isEmpty) {
                return new BoundedSamples(wav, 0);
            }
            if (header.length < HEADER) {
                throw ended();
            }
            long length = Integer.toUnsignedLong(little(header).getInt(4));
            if (!name(header).equals("data")) {
                read(name(header), length);
            } else if (isSound(length)) {
                return samples(length);
            }
        }
    }

    private void readHead() throws IOException {
        byte[] begin = wav.readNBytes(12);
        String text = new String(begin, StandardCharsets.ISO_8859_1);
        if (begin.length < 4 || (begin.length < 12 && WAV.contains(name(begin)))) {
            throw ended();
        }
        if (!WAV.contains(name(begin)) || !text.endsWith("WAVE")) {
            throw new IOException("Not a WAV file: it begins like " + WavFormat.container(text));
        }
    }

    /** A length of zero is the truth if another chunk or nothing follows; otherwise the writer did not know it yet. */
    private boolean isSound(long length) throws IOException {
        if (!isFormatKnown) {
            throw new IOException("Not a WAV file: its data comes before its format");
        }
        if (length != 0) {
            return true;
        }
        byte[] next = wav.readNBytes(HEADER);
        wav.unread(next);
        isEmpty = next.length == 0 || CHUNK_NAME.matcher(name(next)).matches();
        return !isEmpty;
    }

    private InputStream samples(long written) {
        long length = written == UNKNOWN ? longLength : written;
        return length <= 0 || length == UNKNOWN ? new OpenEndedSamples(wav) : new BoundedSamples(wav, length);
    }

    private void read(String chunk, long length) throws IOException {
        if (chunk.equals("fmt ")) {
            WavFormat.of(content(chunk, length, WavFormat.LONGEST)).check();
            isFormatKnown = true;
        } else if (chunk.equals("ds64") && length >= LENGTHS) {
            longLength = content(chunk, length, LENGTHS).getLong(HEADER);
        } else {
            content(chunk, length, 0);
        }
    }

    /** The first bytes of a chunk, all of which is passed over. */
    private ByteBuffer content(String chunk, long length, int most) throws IOException {
        byte[] kept = wav.readNBytes((int) Math.min(length, most));
        try {
            wav.skipNBytes(length - kept.length);
        } catch (EOFException cut) {
            throw new EOFException("The WAV file ends in its chunk '" + chunk.strip() + "', before its data begins");
        }
        skipPadding(length);
        return little(kept);
    }

    /** Not every writer pads a chunk of odd length. No chunk's name begins with a zero. */
    private void skipPadding(long length) throws IOException {
        int next = length % 2 == 0 ? -1 : wav.read();
        if (next > 0) {
            wav.unread(next);
        }
    }

    private static String name(byte[] header) {
        return new String(header, 0, Math.min(4, header.length), StandardCharsets.ISO_8859_1);
    }

    private static EOFException ended() {
        return new EOFException("The WAV file ends before its data begins");
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
