package dev.ephemint.server.sandbox.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.Json;
import java.util.List;

/**
 * How the vendors echo the requested audio settings. Recorded: the defaults of 0.5, 300 and 200 (2025-07 to
 * 2026-09), {@code language} and {@code prompt} as null, {@code keywords} and {@code delay} never (2026-07-29).
 */
final class AudioEcho {

    private static final String SERVER_VAD = """
            {"type": "server_vad", "threshold": 0.5, "prefix_padding_ms": 300, "silence_duration_ms": 200,
             "idle_timeout_ms": null, "create_response": true, "interrupt_response": true}""";

    /** Not recorded on GA; {@code eagerness} as the beta echoed it (2025-07-11), the rest as documented. */
    private static final String SEMANTIC_VAD = """
            {"type": "semantic_vad", "eagerness": "auto", "create_response": true, "interrupt_response": true}""";

    /** Not used by a transcription session, and not echoed there (2026-09-18). */
    private static final List<String> OF_RESPONSES =
            List.of("idle_timeout_ms", "create_response", "interrupt_response");

    private AudioEcho() {}

    /** Server VAD by default, even for models that do not support it (Azure, recorded 2026-05-11). */
    static JsonNode turnDetection(JsonNode requested, boolean responds) {
        if (requested.isNull()) {
            return requested;
        }
        boolean semantic = requested.path("type").asText().equals("semantic_vad");
        ObjectNode echo = Json.template(semantic ? SEMANTIC_VAD : SERVER_VAD);
        requested.properties().forEach(member -> echo.set(member.getKey(), member.getValue()));
        return responds ? echo : echo.remove(OF_RESPONSES);
    }

    static JsonNode transcription(JsonNode requested) {
        if (!requested.isObject()) {
            return Json.object().nullNode();
        }
        ObjectNode echo = requested.<ObjectNode>deepCopy().remove(List.of("keywords", "delay"));
        for (String name : List.of("language", "prompt")) {
            if (!echo.has(name)) {
                echo.putNull(name);
            }
        }
        return echo;
    }

    static JsonNode noiseReduction(JsonNode requested) {
        return requested.isObject() ? requested : Json.object().nullNode();
    }

    static JsonNode format(JsonNode requested) {
        ObjectNode echo = Json.object().put("type", requested.path("type").asText("audio/pcm"));
        return echo.path("type").asText().equals("audio/pcm") ? echo.put("rate", 24_000) : echo;
    }
}
