package dev.ephemint.client.internal.audio;

import java.io.ByteArrayOutputStream;
import java.util.function.IntFunction;

/**
 * Turns 16-bit samples at 24 kHz into one byte each at 8 kHz. What an 8 kHz signal cannot hold is filtered out before two of
 * three samples are dropped. Frames of any length may follow each other; they become one signal.
 */
final class TelephonyEncoder implements AudioEncoding.Encoder {

    private static final int DROPPED = 3;

    /** Of the filter. The signal comes half of this later, 0.65 ms. */
    private static final int TAPS = 31;

    /** Telephony's upper end as part of the sampling rate. */
    private static final double CUT_OFF = 3400.0 / AudioSamples.RATE;

    private static final double[] FILTER = lowPass();

    private final IntFunction<Byte> companded;
    private final double[] last = new double[TAPS];
    private int at;
    private int untilNext = 1;

    TelephonyEncoder(IntFunction<Byte> companded) {
        this.companded = companded;
    }

    /** A sinc under a Hamming window, which lets a constant pass unchanged. */
    private static double[] lowPass() {
        double[] filter = new double[TAPS];
        double sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            double from = tap - (TAPS - 1) / 2.0;
            double sinc = from == 0 ? 2 * CUT_OFF : Math.sin(2 * Math.PI * CUT_OFF * from) / (Math.PI * from);
            filter[tap] = sinc * (0.54 - 0.46 * Math.cos(2 * Math.PI * tap / (TAPS - 1)));
            sum += filter[tap];
        }
        for (int tap = 0; tap < TAPS; tap++) {
            filter[tap] /= sum;
        }
        return filter;
    }

    @Override
    public synchronized byte[] encode(byte[] samples) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(samples.length / 6 + 1);
        for (int from = 0; from + 1 < samples.length; from += 2) {
            last[at] = (samples[from] & 0xff) | (samples[from + 1] << Byte.SIZE);
            at = (at + 1) % TAPS;
            if (--untilNext == 0) {
                untilNext = DROPPED;
                encoded.write(companded.apply(filtered()));
            }
        }
        return encoded.toByteArray();
    }

    private int filtered() {
        double sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            sum += FILTER[tap] * last[(at + tap) % TAPS];
        }
        return (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
    }
}
