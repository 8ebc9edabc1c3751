package dev.ephemint.conformance.tape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.json.ExactJson;
import java.util.Map;

/** Translates between the flat and the nested shape, written apart from the server. */
public final class Shapes {
    private static final Map<String, String> INPUT = Map.of(
            "input_audio_format", "format",
            "input_audio_transcription", "transcription",
            "input_audio_noise_reduction", "noise_reduction",
            "turn_detection", "turn_detection");
    private static final Map<String, String> FORMATS = Map.of(
            "\"pcm16\"", "{\"type\":\"audio/pcm\",\"rate\":24000}",
            "\"g711_ulaw\"", "{\"type\":\"audio/pcmu\"}",
            "\"g711_alaw\"", "{\"type\":\"audio/pcma\"}");

    private Shapes() {}

    /** A flat session without its client secret as a nested one. */
    public static ObjectNode nestedSession(JsonNode flat) {
        ObjectNode session = JsonNodeFactory.instance.objectNode().put("type", "transcription");
        flat.properties().forEach(entry -> {
            String input = INPUT.get(entry.getKey());
            if (input != null) {
                session.withObject("/audio/input").set(input, nestedFormat(entry.getValue()));
            } else if (!entry.getKey().equals("client_secret")) {
                session.set(entry.getKey(), entry.getValue());
            }
        });
        return session;
    }

    private static JsonNode nestedFormat(JsonNode value) {
        String format = FORMATS.get(ExactJson.write(value));
        return format == null ? value : ExactJson.parse(format);
    }

    /** A nested transcription session as a flat one, still without a client secret. */
    public static ObjectNode flatSession(JsonNode nested) {
        ObjectNode flat = JsonNodeFactory.instance.objectNode();
        nested.properties().forEach(entry -> {
            if (!entry.getKey().equals("audio") && !entry.getKey().equals("type")) {
                flat.set(entry.getKey(), entry.getValue());
            }
        });
        JsonNode input = nested.at("/audio/input");
        INPUT.forEach((flatName, name) -> {
            if (input.has(name)) {
                flat.set(flatName, flatFormat(input.get(name)));
            }
        });
        return flat;
    }

    private static JsonNode flatFormat(JsonNode value) {
        return FORMATS.entrySet().stream()
                .filter(format -> ExactJson.parse(format.getValue()).equals(value))
                .map(format -> ExactJson.parse(format.getKey()))
                .findFirst()
                .orElse(value);
    }

    public static ObjectNode nestedRequest(JsonNode flat) {
        ObjectNode nested = JsonNodeFactory.instance.objectNode();
        if (flat.at("/client_secret").has("expires_after")) {
            nested.set("expires_after", flat.at("/client_secret/expires_after"));
        }
        nested.set("session", nestedSession(flat));
        return nested;
    }

    public static ObjectNode flatRequest(JsonNode nested) {
        ObjectNode flat = flatSession(nested.path("session"));
        if (nested.has("expires_after")) {
            flat.withObject("/client_secret").set("expires_after", nested.get("expires_after"));
        }
        return flat;
    }

    public static ObjectNode nestedResponse(JsonNode flat) {
        ObjectNode nested = (ObjectNode) flat.path("client_secret").deepCopy();
        nested.set("session", nestedSession(flat));
        return nested;
    }

    public static ObjectNode flatResponse(JsonNode nested) {
        ObjectNode flat = flatSession(nested.path("session"));
        ObjectNode secret = ((ObjectNode) nested).deepCopy();
        secret.remove("session");
        flat.set("client_secret", secret);
        return flat;
    }
}
