package dev.ephemint.client.internal.audio;

/** Encodes samples as G.711 bytes (ITU-T G.711, 1988): a sign, an exponent and four bits of mantissa. */
final class G711 {

    private static final int BIAS = 0x84;
    private static final int LOUDEST = 32_635;

    private G711() {}

    static byte toMuLaw(int sample) {
        int magnitude = Math.min(Math.abs(sample), LOUDEST) + BIAS;
        int exponent = exponent(magnitude);
        int bits = (sample < 0 ? 0x80 : 0) | (exponent << 4) | ((magnitude >> (exponent + 3)) & 0x0f);
        return (byte) ~bits;
    }

    static byte toALaw(int sample) {
        int magnitude = Math.min(sample < 0 ? ~sample : sample, LOUDEST);
        int exponent = magnitude < 0x100 ? 0 : exponent(magnitude);
        int mantissa = (magnitude >> (exponent == 0 ? 4 : exponent + 3)) & 0x0f;
        return (byte) (((sample < 0 ? 0 : 0x80) | (exponent << 4) | mantissa) ^ 0x55);
    }

    /** Which of eight segments, each twice as long as the one before, up to 32767. */
    private static int exponent(int magnitude) {
        return Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
    }
}
