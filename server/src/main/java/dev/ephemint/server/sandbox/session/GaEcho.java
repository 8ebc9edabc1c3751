package dev.ephemint.server.sandbox.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.Json;
import java.util.List;

/** The session in the response of {@code client_secrets}: as requested, with defaults for the rest. */
final class GaEcho {

    /** A transcription session as the socket showed it on 2026-09-18; {@code expires_at} as every recorded mint. */
    private static final String TRANSCRIPTION = """
            {"type": "transcription", "object": "realtime.transcription_session", "id": "", "expires_at": 0,
             "audio": {"input": {}}, "include": null}""";

    /**
     * A realtime session as minted on 2026-07-24 and documented on 2025-08-27; the model was always named there, and
     * the default instructions are left out.
     */
    private static final String REALTIME = """
            {"type": "realtime", "object": "realtime.session", "id": "", "model": "gpt-realtime",
             "output_modalities": ["audio"], "instructions": "", "tools": [], "tool_choice": "auto",
             "max_output_tokens": "inf", "tracing": null, "truncation": "auto", "prompt": null, "expires_at": 0,
             "audio": {"input": {}, "output": {"format": {}, "voice": "alloy", "speed": 1.0}}, "include": null}""";

    private GaEcho() {}

    static ObjectNode session(JsonNode requested, String id) {
        boolean realtime = requested.path("type").asText().equals("realtime");
        ObjectNode echo = Json.template(realtime ? REALTIME : TRANSCRIPTION);
        requested.properties().stream()
                .filter(member -> !member.getKey().equals("audio"))
                .forEach(member -> echo.set(member.getKey(), member.getValue()));
        echo.put("id", id);
        JsonNode input = requested.at("/audio/input");
        echo.withObject("/audio/input")
                .setAll(Json.object()
                        .<ObjectNode>set("format", AudioEcho.format(input.path("format")))
                        .<ObjectNode>set("transcription", AudioEcho.transcription(input.path("transcription")))
                        .<ObjectNode>set("noise_reduction", AudioEcho.noiseReduction(input.path("noise_reduction")))
                        .<ObjectNode>set(
                                "turn_detection", AudioEcho.turnDetection(input.path("turn_detection"), realtime)));
        return realtime ? withOutputAndTools(echo, requested) : echo;
    }

    private static ObjectNode withOutputAndTools(ObjectNode echo, JsonNode requested) {
        JsonNode output = requested.at("/audio/output");
        ObjectNode outputEcho = echo.withObject("/audio/output");
        output.properties().forEach(member -> outputEcho.set(member.getKey(), member.getValue()));
        outputEcho.set("format", AudioEcho.format(output.path("format")));
        ArrayNode tools = echo.putArray("tools");
        requested.path("tools").forEach(tool -> tools.add(tool((ObjectNode) tool)));
        return echo;
    }

    /** The null was recorded on 2026-07-24; that the secrets of an MCP tool are not echoed is a precaution. */
    static ObjectNode tool(ObjectNode requested) {
        ObjectNode echo = requested.deepCopy().remove(List.of("authorization", "headers"));
        return echo.path("type").asText().equals("function") && !echo.has("description")
                ? echo.putNull("description")
                : echo;
    }
}
