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

    /** Half a second. The vendor accepts up to 15 MiB at once, but little should wait here. */
    public static final int LONGEST_FRAME = 500 * BYTES_PER_MILLISECOND;

    /** The length of a frame of a stream: 100 ms. */
    public static final int FRAME = 100 * BYTES_PER_MILLISECOND;

    /** An error that rejects the event names it by this ID. */
    public static final String COMMIT_ID = "ephemint_commit";

    /** Samples below this count as silence: 0.3 % of full scale. */
    private static final int QUIETEST = 100;

    private AudioSamples() {}

    public static Duration duration(long bytes) {
        return Duration.ofMillis(bytes / BYTES_PER_MILLISECOND);
    }

    /** The number of bytes up to the last audible sample. */
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
            throw new IllegalStateException("cannot write an event of two strings");
        }
    }
}
