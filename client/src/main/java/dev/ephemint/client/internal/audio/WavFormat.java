package dev.ephemint.client.internal.audio;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/** The form of a WAV file's samples, as its chunk {@code fmt} states it. */
record WavFormat(int encoding, int channels, long rate, int bits) {

    /** How much of the chunk is of interest. */
    static final int LONGEST = 40;

    private static final int SHORTEST = 16;
    private static final int PCM = 1;

    /** The encoding then stands at the beginning of a longer identifier. */
    private static final int EXTENSIBLE = 0xfffe;

    private static final int SUBFORMAT_AT = 24;

    /** The rest of the identifier, the same for every registered encoding (Microsoft, mmreg.h). */
    private static final ByteBuffer REGISTERED = ByteBuffer.wrap(
            new byte[] {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71});

    /** The commonest of those that Microsoft registers (mmreg.h). */
    private static final Map<Integer, String> ENCODINGS = Map.ofEntries(
            Map.entry(PCM, "PCM"),
            Map.entry(0x0002, "Microsoft ADPCM"),
            Map.entry(0x0003, "IEEE float"),
            Map.entry(0x0006, "G.711 A-law"),
            Map.entry(0x0007, "G.711 u-law"),
            Map.entry(0x0011, "IMA ADPCM"),
            Map.entry(0x0031, "GSM 6.10"),
            Map.entry(0x0050, "MPEG audio"),
            Map.entry(0x0055, "MP3"),
            Map.entry(0x00ff, "AAC"),
            Map.entry(0x0161, "Windows Media Audio"),
            Map.entry(0xf1ac, "FLAC"),
            Map.entry(EXTENSIBLE, "an unregistered extensible encoding"));

    /** By the bytes that a file begins with. */
    private static final Map<String, String> CONTAINERS = Map.of(
            "RIFX", "big-endian WAV (RIFX)",
            "RIFF", "RIFF of another kind, as AVI is",
            "FORM", "AIFF",
            "OggS", "Ogg",
            "fLaC", "FLAC",
            "caff", "Core Audio",
            "riff", "Wave64",
            "ID3", "MP3",
            "\u00ff\u00fb", "MP3");

    static WavFormat of(ByteBuffer chunk) throws IOException {
        if (chunk.limit() < SHORTEST) {
            throw new EOFException("The WAV file's format has " + chunk.limit() + " bytes, and needs " + SHORTEST);
        }
        int code = Short.toUnsignedInt(chunk.getShort(0));
        return new WavFormat(
                code == EXTENSIBLE && isRegistered(chunk) ? Short.toUnsignedInt(chunk.getShort(SUBFORMAT_AT)) : code,
                Short.toUnsignedInt(chunk.getShort(2)),
                Integer.toUnsignedLong(chunk.getInt(4)),
                Short.toUnsignedInt(chunk.getShort(14)));
    }

    private static boolean isRegistered(ByteBuffer chunk) {
        return chunk.limit() >= LONGEST
                && chunk.slice(SUBFORMAT_AT + 2, REGISTERED.limit()).equals(REGISTERED);
    }

    void check() throws IOException {
        if (encoding != PCM || channels != 1 || rate != AudioSamples.RATE || bits != 16) {
            throw new IOException("Expected 16-bit PCM, mono, 24000 Hz, but the file is " + this
                    + "; convert it first, as with: ffmpeg -i in.wav -ar 24000 -ac 1 -c:a pcm_s16le out.wav");
        }
    }

    /** The kind of file that begins with a text, for a message. */
    static String container(String text) {
        return CONTAINERS.entrySet().stream()
                .filter(known -> text.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(text.startsWith("ftyp", 4) ? "MP4" : "none of the forms known here");
    }

    @Override
    public String toString() {
        return ENCODINGS.getOrDefault(encoding, "encoding 0x" + Integer.toHexString(encoding)) + ", " + bits + " bits, "
                + (channels == 1 ? "mono" : channels == 2 ? "stereo" : channels + " channels") + ", " + rate + " Hz";
    }
}
