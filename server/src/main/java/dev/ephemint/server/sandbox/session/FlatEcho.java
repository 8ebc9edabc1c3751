package dev.ephemint.server.sandbox.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.Json;

/** The flat session, member by member as the beta echoed it on 2025-06-21 and 2025-07-11. */
final class FlatEcho {

    private FlatEcho() {}

    static ObjectNode session(JsonNode requested, String id) {
        ObjectNode echo = Json.object()
                .put("id", id)
                .put("object", "realtime.transcription_session")
                .put("expires_at", 0);
        echo.set(
                "input_audio_noise_reduction", AudioEcho.noiseReduction(requested.path("input_audio_noise_reduction")));
        echo.set("turn_detection", AudioEcho.turnDetection(requested.path("turn_detection"), false));
        echo.put("input_audio_format", requested.path("input_audio_format").asText("pcm16"));
        echo.set("input_audio_transcription", AudioEcho.transcription(requested.path("input_audio_transcription")));
        echo.putNull("client_secret");
        JsonNode include = requested.path("include");
        return echo.set("include", include.isArray() ? include : echo.nullNode());
    }
}
