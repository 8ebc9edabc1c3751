package dev.ephemint.server.sandbox.socket;

/** Loudness of a byte of telephony, as ITU-T G.711 has it. */
final class G711Decoder {

    private static final int BIAS = 0x84;

    private G711Decoder() {}

    static int sample(String format, byte code) {
        return format.equals("audio/pcmu") ? ofMuLaw(~code & 0xff) : ofALaw((code ^ 0x55) & 0xff);
    }

    private static int ofMuLaw(int bits) {
        int magnitude = ((((bits & 0x0f) << 3) + BIAS) << ((bits >> 4) & 7)) - BIAS;
        return (bits & 0x80) == 0 ? magnitude : -magnitude;
    }

    private static int ofALaw(int bits) {
        int exponent = (bits >> 4) & 7;
        int mantissa = ((bits & 0x0f) << 4) | 8;
        int magnitude = exponent == 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
        return (bits & 0x80) == 0 ? -magnitude : magnitude;
    }
}
