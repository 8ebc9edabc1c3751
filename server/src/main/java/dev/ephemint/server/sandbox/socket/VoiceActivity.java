package dev.ephemint.server.sandbox.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.sandbox.wire.Json;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;

/**
 * Turn detection by loudness, in windows of 20 ms. The vendors use a model of speech; here their threshold from 0
 * to 1 is a level, of which 1 is 4 % of full scale. Semantic turns are treated as server VAD with its defaults.
 */
final class VoiceActivity {

    static final VoiceActivity OFF = new VoiceActivity(2, 0, 0, new Turns() {
        @Override
        public void started(long millisecond) {}

        @Override
        public void spoken(int milliseconds) {}

        @Override
        public void stopped(long millisecond) {}
    });

    private static final int WINDOW = 20;
    private static final double LOUDEST_THRESHOLD = 0.04 * Short.MAX_VALUE;

    private final double threshold;
    private final int padding;
    private final int silence;
    private final Turns turns;
    private double energy;
    private int processed;
    private boolean speaking;
    private int silent;

    private VoiceActivity(double threshold, int padding, int silence, Turns turns) {
        this.threshold = threshold;
        this.padding = padding;
        this.silence = silence;
        this.turns = turns;
    }

    /** Receives the start, progress and end of speech. */
    interface Turns {

        void started(long millisecond);

        /** So much more was spoken. */
        void spoken(int milliseconds);

        void stopped(long millisecond);
    }

    static VoiceActivity of(JsonNode turnDetection, Turns turns) {
        return turnDetection.isObject()
                ? new VoiceActivity(
                        turnDetection.path("threshold").asDouble(0.5) * LOUDEST_THRESHOLD,
                        turnDetection.path("prefix_padding_ms").asInt(300),
                        turnDetection.path("silence_duration_ms").asInt(200),
                        turns)
                : OFF;
    }

    /** With the vendors' defaults, for speech that no event reports. */
    static VoiceActivity unannounced(IntConsumer spoken) {
        return of(Json.object(), new Turns() {
            @Override
            public void started(long millisecond) {}

            @Override
            public void spoken(int milliseconds) {
                spoken.accept(milliseconds);
            }

            @Override
            public void stopped(long millisecond) {}
        });
    }

    /** One sample; {@code now} is the end of it in milliseconds of the track. */
    void process(int sample, int samplesPerMillisecond, DoubleSupplier now) {
        if (this == OFF) {
            return;
        }
        energy += (double) sample * sample;
        processed++;
        if (processed >= WINDOW * samplesPerMillisecond) {
            boolean loud = Math.sqrt(energy / processed) >= threshold;
            energy = 0;
            processed = 0;
            update(loud, Math.round(now.getAsDouble()));
        }
    }

    /** Forgets the current speech, because the buffer was cleared. */
    void forget() {
        if (this != OFF) {
            speaking = false;
            silent = 0;
        }
    }

    private void update(boolean loud, long now) {
        if (loud && !speaking) {
            speaking = true;
            turns.started(Math.max(0, now - WINDOW - padding));
        }
        if (loud) {
            turns.spoken(WINDOW);
        }
        silent = loud ? 0 : silent + WINDOW;
        if (speaking && silent >= silence) {
            speaking = false;
            turns.stopped(now);
        }
    }
}
