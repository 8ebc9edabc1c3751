package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** A mint in the flat shape, answered member by member as the beta did on 2025-07-11. */
record FlatMint(TokenRegistry tokens, Duration lifetime) {

    /** The answer to a body that was accepted. */
    ObjectNode mint(ObjectNode body) {
        ObjectNode answer = Json.object()
                .put("id", "sess_" + tokens.hex(11))
                .put("object", "realtime.transcription_session")
                .put("expires_at", 0);
        answer.set("input_audio_noise_reduction", AudioEcho.noiseReduction(body.path("input_audio_noise_reduction")));
        answer.set("turn_detection", AudioEcho.turnDetection(body.path("turn_detection"), false));
        answer.put("input_audio_format", body.path("input_audio_format").asText("pcm16"));
        answer.set("input_audio_transcription", AudioEcho.transcription(body.path("input_audio_transcription")));
        answer.set("client_secret", secret(body));
        JsonNode include = body.path("include");
        return answer.set("include", include.isArray() ? include : Json.object().nullNode());
    }

    private ObjectNode secret(ObjectNode body) {
        long seconds = body.at("/client_secret/expires_after/seconds").asLong(lifetime.toSeconds());
        TokenRegistry.Token token = tokens.issue(Duration.ofSeconds(seconds));
        return Json.object().put("value", token.value()).put("expires_at", token.expiresAt());
    }
}
