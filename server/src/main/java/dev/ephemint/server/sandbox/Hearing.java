package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a session says of listening.
 *
 * @param format {@code audio/pcm}, {@code audio/pcmu} or {@code audio/pcma}
 * @param transcription null where nothing is transcribed
 * @param turnDetection null where the client commits
 * @param logprobs whether they were asked for
 */
record Hearing(String format, JsonNode transcription, JsonNode turnDetection, boolean logprobs) {

    static Hearing of(String format, JsonNode transcription, JsonNode turnDetection, JsonNode include) {
        return new Hearing(format, transcription, turnDetection, include.isArray() && !include.isEmpty());
    }

    String model() {
        return transcription.path("model").asText();
    }
}
