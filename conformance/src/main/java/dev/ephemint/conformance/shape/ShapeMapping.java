package dev.ephemint.conformance.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.json.ExactJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the flat and the nested shape call the same thing, stated a second time and apart from any gateway. */
public final class ShapeMapping {
    private static final Map<String, String> INPUT = Map.of(
            "input_audio_format", "format",
            "input_audio_transcription", "transcription",
            "input_audio_noise_reduction", "noise_reduction",
            "turn_detection", "turn_detection");
    private static final String FORMAT = "input_audio_format";
    private static final Map<String, String> FORMATS = Map.of(
            "pcm16", "{\"type\":\"audio/pcm\",\"rate\":24000}",
            "g711_ulaw", "{\"type\":\"audio/pcmu\"}",
            "g711_alaw", "{\"type\":\"audio/pcma\"}");

    private ShapeMapping() {}

    /**
     * A request in the other shape.
     *
     * @param unsupported path of a member that the other shape cannot express, if there is one
     */
    public record Mapped(JsonNode tree, Optional<String> unsupported) {}

    public static Mapped nestRequest(JsonNode flat) {
        ObjectNode nested = JsonNodeFactory.instance.objectNode();
        JsonNode secret = flat.path("client_secret");
        if (secret.has("expires_after")) {
            nested.set("expires_after", secret.get("expires_after"));
        }
        nested.set("session", nestSession(flat));
        return new Mapped(nested, first(secret, "client_secret.", "expires_after"));
    }

    public static JsonNode nestResponse(JsonNode flat) {
        ObjectNode nested = flat.path("client_secret").deepCopy();
        return nested.set("session", nestSession(flat));
    }

    private static ObjectNode nestSession(JsonNode flat) {
        ObjectNode session = JsonNodeFactory.instance.objectNode().put("type", "transcription");
        flat.properties().forEach(entry -> {
            String input = INPUT.get(entry.getKey());
            if (input != null) {
                JsonNode value = entry.getValue();
                session.withObject("/audio/input")
                        .set(input, entry.getKey().equals(FORMAT) ? nestFormat(value) : value);
            } else if (!entry.getKey().equals("client_secret")) {
                session.set(entry.getKey(), entry.getValue());
            }
        });
        return session;
    }

    private static JsonNode nestFormat(JsonNode word) {
        if (!word.isTextual()) {
            return word;
        }
        String known = FORMATS.get(word.textValue());
        return known == null ? JsonNodeFactory.instance.objectNode().set("type", word) : ExactJson.parse(known);
    }

    public static Mapped flattenRequest(JsonNode nested) {
        JsonNode session = nested.path("session");
        ObjectNode flat = flattenSession(session);
        if (nested.has("expires_after")) {
            flat.withObject("/client_secret").set("expires_after", nested.get("expires_after"));
        }
        JsonNode format = session.at("/audio/input/format");
        Optional<String> unsupported = first(nested, "", "expires_after", "session")
                .or(() -> first(session.path("audio"), "session.audio.", "input"))
                .or(() -> first(
                        session.at("/audio/input"),
                        "session.audio.input.",
                        INPUT.values().toArray(String[]::new)))
                .or(() -> isExact(format) ? Optional.empty() : Optional.of("session.audio.input.format"));
        return new Mapped(flat, unsupported);
    }

    public static JsonNode flattenResponse(JsonNode nested) {
        JsonNode session = nested.path("session");
        ObjectNode flat = flattenSession(session);
        JsonNode rest = withoutInput(session.path("audio"));
        if (!rest.isMissingNode()) {
            flat.set("audio", rest);
        }
        ObjectNode secret = nested.deepCopy();
        secret.remove("session");
        return flat.set("client_secret", secret);
    }

    /** What of {@code audio} the flat shape has no name for; missing if there is nothing. */
    private static JsonNode withoutInput(JsonNode audio) {
        JsonNode rest = audio.deepCopy();
        if (!(rest.path("input") instanceof ObjectNode input)) {
            return rest;
        }
        INPUT.values().stream()
                .filter(name -> !name.equals("format") || isExact(input.path(name)))
                .forEach(input::remove);
        if (input.isEmpty()) {
            ((ObjectNode) rest).remove("input");
        }
        return rest.isEmpty() ? MissingNode.getInstance() : rest;
    }

    private static ObjectNode flattenSession(JsonNode session) {
        ObjectNode flat = JsonNodeFactory.instance.objectNode();
        session.properties().forEach(entry -> {
            if (!entry.getKey().equals("audio") && !entry.getKey().equals("type")) {
                flat.set(entry.getKey(), entry.getValue());
            }
        });
        JsonNode input = session.at("/audio/input");
        INPUT.forEach((flatName, name) -> {
            if (input.has(name)) {
                JsonNode value = input.get(name);
                flat.set(flatName, flatName.equals(FORMAT) ? flattenFormat(value) : value);
            }
        });
        return flat;
    }

    private static JsonNode flattenFormat(JsonNode format) {
        JsonNode type = format.path("type");
        return FORMATS.entrySet().stream()
                .filter(known -> ExactJson.parse(known.getValue()).path("type").equals(type))
                .map(known -> (JsonNode) JsonNodeFactory.instance.textNode(known.getKey()))
                .findFirst()
                .orElse(format.isObject() ? type : format);
    }

    /** Whether the flat shape's word says all of it; without a rate, PCM is 24 kHz (OpenAI, recorded 2026-09-18). */
    private static boolean isExact(JsonNode format) {
        return !format.isObject()
                || format.size() == 1
                || FORMATS.values().stream().anyMatch(known -> ExactJson.parse(known)
                        .equals((one, other) -> one.asText().equals(other.asText()) ? 0 : 1, format));
    }

    /** The first member of the object with another name. */
    private static Optional<String> first(JsonNode object, String prefix, String... known) {
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !List.of(known).contains(name))
                .map(name -> prefix + name)
                .findFirst();
    }

    /** The path of a member of a request in the other shape; containers of one shape only stay as they are. */
    public static String path(String path, boolean toFlat) {
        return toFlat ? flatPath(path) : nestedPath(path);
    }

    private static String flatPath(String path) {
        String input = "session.audio.input.";
        for (Map.Entry<String, String> name : INPUT.entrySet()) {
            if (isAtOrBelow(path, input + name.getValue())) {
                String below = path.substring(input.length() + name.getValue().length());
                return name.getKey() + (name.getKey().equals(FORMAT) ? "" : below);
            }
        }
        if (isAtOrBelow(path, "expires_after")) {
            return "client_secret." + path;
        }
        return path.startsWith("session.") ? path.substring("session.".length()) : path;
    }

    private static String nestedPath(String path) {
        for (Map.Entry<String, String> name : INPUT.entrySet()) {
            if (isAtOrBelow(path, name.getKey())) {
                return "session.audio.input." + name.getValue()
                        + path.substring(name.getKey().length());
            }
        }
        if (isAtOrBelow(path, "client_secret")) {
            return path.equals("client_secret") ? "expires_after" : path.substring("client_secret.".length());
        }
        return "session." + path;
    }

    private static boolean isAtOrBelow(String path, String parent) {
        return path.equals(parent) || path.startsWith(parent + ".");
    }
}
