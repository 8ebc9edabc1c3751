package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * The refusal of turn detection by the models that do without: recorded at the mint on 2026-08-20 for
 * {@code gpt-live-transcribe}, and the same text for {@code gpt-realtime-whisper} in livekit/agents 5779. A realtime
 * session with such a model inside was minted with turn detection (2026-07-24).
 */
final class TurnDetectionRule {

    private static final Set<String> MODELS = Set.of("gpt-live-transcribe", "gpt-realtime-whisper");

    private TurnDetectionRule() {}

    static void check(ObjectNode body) {
        boolean transcribes = body.at("/session/type").asText().equals("transcription");
        String model = body.at("/session/audio/input/transcription/model").asText();
        if (transcribes
                && MODELS.contains(model)
                && body.at("/session/audio/input/turn_detection").isObject()) {
            throw new RefusedException(
                    "Turn detection is not supported for this transcription model.",
                    "invalid_value",
                    "session.audio.input.turn_detection");
        }
    }
}
