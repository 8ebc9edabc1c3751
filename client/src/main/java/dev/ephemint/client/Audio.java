package dev.ephemint.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.ClientEvent;
import dev.ephemint.contract.model.InputAudioBufferAppendEvent;
import dev.ephemint.contract.model.InputAudioBufferCommitEvent;
import java.util.Base64;

/** Audio as the events that carry it: 16-bit samples at 24 kHz, one channel, little-endian. */
final class Audio {

    /** Half a second. The vendor takes up to 15 MiB at once, but what waits here should be little. */
    static final int LONGEST_FRAME = 24_000;

    /** What a stream is cut into: 100 ms. */
    static final int FRAME = 4800;

    private Audio() {}

    static String append(byte[] samples) {
        return written(new InputAudioBufferAppendEvent()
                .type("input_audio_buffer.append")
                .audio(Base64.getEncoder().encodeToString(samples)));
    }

    static String commit() {
        return written(new InputAudioBufferCommitEvent().type("input_audio_buffer.commit"));
    }

    private static String written(ClientEvent event) {
        try {
            return ContractJson.mapper().writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An event of two texts cannot be written");
        }
    }
}
