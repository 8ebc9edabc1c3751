package dev.ephemint.client.internal.audio;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.ClientEvent;
import dev.ephemint.contract.model.InputAudioBufferAppendEvent;
import dev.ephemint.contract.model.InputAudioBufferCommitEvent;
import java.time.Duration;
import java.util.Base64;

/** The caller's audio, 16-bit samples at 24 kHz, one channel, little-endian; and the events that carry it. */
public final class AudioSamples {

    /** Samples in a second. */
    public static final int RATE = 24_000;

    public static final int BYTES_PER_MILLISECOND = 48;

    /** Half a second. The vendor takes up to 15 MiB at once, but what waits here should be little. */
    public static final int LONGEST_FRAME = 500 * BYTES_PER_MILLISECOND;

    /** What a stream is cut into: 100 ms. */
    public static final int FRAME = 100 * BYTES_PER_MILLISECOND;

    /** By which an error names the event that it refuses. */
    public static final String COMMIT_ID = "ephemint_commit";

    /** Samples below this are nobody's voice: 0.3 % of full scale. */
    private static final int QUIETEST = 100;

    private AudioSamples() {}

    public static Duration duration(long bytes) {
        return Duration.ofMillis(bytes / BYTES_PER_MILLISECOND);
    }

    /** How many bytes there are up to the last audible sample. */
    public static int audibleLength(byte[] samples) {
        for (int end = samples.length & ~1; end > 0; end -= 2) {
            if (Math.abs((samples[end - 2] & 0xff) | (samples[end - 1] << Byte.SIZE)) >= QUIETEST) {
                return end;
            }
        }
        return 0;
    }

    public static String append(byte[] encoded) {
        return json(new InputAudioBufferAppendEvent()
                .type("input_audio_buffer.append")
                .audio(Base64.getEncoder().encodeToString(encoded)));
    }

    public static String commit() {
        return json(new InputAudioBufferCommitEvent()
                .type("input_audio_buffer.commit")
                .eventId(COMMIT_ID));
    }

    private static String json(ClientEvent event) {
        try {
            return ContractJson.mapper().writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An event of two texts cannot be written");
        }
    }
}
