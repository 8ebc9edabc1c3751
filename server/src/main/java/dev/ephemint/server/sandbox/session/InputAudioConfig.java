package dev.ephemint.server.sandbox.session;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The input audio settings of a session.
 *
 * @param format {@code audio/pcm}, {@code audio/pcmu} or {@code audio/pcma}
 * @param transcription null if nothing is transcribed
 * @param turnDetection null if the client commits
 * @param logprobs whether they were requested
 */
public record InputAudioConfig(String format, JsonNode transcription, JsonNode turnDetection, boolean logprobs) {

    static InputAudioConfig of(String format, JsonNode transcription, JsonNode turnDetection, JsonNode include) {
        return new InputAudioConfig(format, transcription, turnDetection, include.isArray() && !include.isEmpty());
    }

    public String model() {
        return transcription.path("model").asText();
    }
}
