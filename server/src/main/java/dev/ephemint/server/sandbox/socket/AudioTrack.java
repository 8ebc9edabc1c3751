package dev.ephemint.server.sandbox.socket;

/** The length of a socket's audio. Samples are passed to turn detection and not kept. */
final class AudioTrack {

    private static final int BYTE = 8;

    private final String format;
    private final double before;
    private long samples;
    private int half = -1;

    private AudioTrack(String format, double before) {
        this.format = format;
        this.before = before;
    }

    /** A track that continues from a moment; 16-bit PCM has 24000 samples a second, G.711 has 8000. */
    static AudioTrack of(String format, double fromMillisecond) {
        return new AudioTrack(format, fromMillisecond);
    }

    double milliseconds() {
        return before + (double) samples / samplesPerMillisecond();
    }

    void append(byte[] chunk, VoiceActivity activity) {
        for (byte next : chunk) {
            if (!isPcm()) {
                count(G711Decoder.sample(format, next), activity);
            } else if (half < 0) {
                half = next & 0xff;
            } else {
                count((next << BYTE) | half, activity);
                half = -1;
            }
        }
    }

    private void count(int sample, VoiceActivity activity) {
        samples++;
        activity.process(sample, samplesPerMillisecond(), this::milliseconds);
    }

    private boolean isPcm() {
        return format.equals("audio/pcm");
    }

    private int samplesPerMillisecond() {
        return isPcm() ? 24 : 8;
    }
}
