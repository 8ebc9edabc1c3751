package dev.ephemint.server.mint.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.VendorError;
import java.util.List;
import java.util.Map;

/**
 * The pure mapping between the flat beta shape of {@code transcription_sessions} and the nested GA shape of
 * {@code client_secrets}. Absent stays absent, null stays null, and a member that neither shape knows goes along.
 */
public final class FlatShape {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String FORMAT = "input_audio_format";
    private static final JsonNode TRANSCRIPTION = NODES.textNode("transcription");

    private static final MintWarning MODALITIES = new MintWarning(
            "member_without_effect",
            "A transcription session has no modalities; the member was left out of the mint.",
            "session.modalities");

    private FlatShape() {}

    /** What a flat request asks for. */
    public static MintRequest nestRequest(ObjectNode flat) {
        for (String nested : List.of("session", "audio")) {
            if (flat.has(nested)) {
                throw InvalidRequest.unknown(
                        "session." + nested, "It is a member of the nested shape, POST /v1/realtime/client_secrets.");
            }
        }
        if (flat.has("type") && !flat.get("type").equals(TRANSCRIPTION)) {
            throw notTranscription("The flat shape asks for transcription sessions only.");
        }
        ObjectNode rest = withSameMembers(flat);
        ObjectNode nested = NODES.objectNode();
        JsonNode secret = rest.remove("client_secret");
        if (secret instanceof ObjectNode lifetime) {
            nested.setAll(nestSecret(lifetime));
        }
        JsonNode modalities = rest.remove("modalities");
        MintRequest request = MintRequest.of(nested.set("session", nestSession(rest)));
        return modalities == null ? request : request.withWarning(MODALITIES);
    }

    /** {@code client_secret.expires_at}, which older SDKs offer, was refused even by the beta (recorded 2025). */
    private static ObjectNode nestSecret(ObjectNode secret) {
        secret.fieldNames().forEachRemaining(name -> {
            if (!name.equals("expires_after")) {
                throw InvalidRequest.unknown("client_secret." + name, "It belongs in 'expires_after'.");
            }
        });
        return secret;
    }

    /**
     * A nested request in the flat shape.
     *
     * @throws MintFailedException {@code InvalidRequest} naming the member that has no place in the flat shape
     */
    public static ObjectNode flattenRequest(ObjectNode nested) {
        ObjectNode flat = NODES.objectNode();
        nested.properties().forEach(member -> {
            if (member.getKey().equals("expires_after")) {
                flat.putObject("client_secret").set("expires_after", member.getValue());
            } else if (member.getKey().equals("session")) {
                flat.setAll(flattenRequestSession((ObjectNode) member.getValue()));
            } else {
                throw InvalidRequest.unsupported(member.getKey());
            }
        });
        return flat;
    }

    private static ObjectNode flattenRequestSession(ObjectNode session) {
        requireTranscription(session);
        session.fieldNames().forEachRemaining(name -> {
            if (Placement.FLAT_ONLY.contains(name)) {
                throw InvalidRequest.unknown("session." + name);
            }
        });
        ObjectNode flat = flattenSession(session);
        JsonNode residue = flat.remove("audio");
        if (residue != null && !residue.equals(NODES.objectNode())) {
            throw InvalidRequest.unsupported(firstPath("session.audio", residue));
        }
        return flat;
    }

    /**
     * Refuses a session that the flat shape cannot ask for.
     *
     * @throws MintFailedException {@code InvalidRequest} naming the session's type
     */
    public static void requireTranscription(JsonNode session) {
        if (session.isObject() && !session.path("type").equals(TRANSCRIPTION)) {
            throw notTranscription("This upstream mints transcription sessions only.");
        }
    }

    /** The first member of {@code audio} or {@code audio.input} that is left over. */
    private static String firstPath(String path, JsonNode node) {
        if (!path.matches("session\\.audio(\\.input)?") || node.isEmpty()) {
            return path;
        }
        Map.Entry<String, JsonNode> first = node.properties().iterator().next();
        return firstPath(path + "." + first.getKey(), first.getValue());
    }

    private static MintFailedException notTranscription(String message) {
        return new MintFailedException(new InvalidRequest("session.type", "invalid_value", message));
    }

    /** A flat response in the nested shape; lossless. */
    public static ObjectNode nestResponse(ObjectNode flat) {
        ObjectNode rest = flat.deepCopy();
        ObjectNode nested = NODES.objectNode();
        if (rest.remove("client_secret") instanceof ObjectNode secret) {
            nested.setAll(secret);
        }
        return nested.set("session", nestSession(rest));
    }

    /** A nested response in the flat shape; lossless. */
    public static ObjectNode flattenResponse(ObjectNode nested) {
        ObjectNode secret = withSameMembers(nested);
        ObjectNode flat = NODES.objectNode();
        if (secret.remove("session") instanceof ObjectNode session) {
            flat.setAll(flattenSession(session));
        }
        JsonNode connect = secret.remove("connect");
        flat.set("client_secret", secret);
        if (connect != null) {
            flat.set("connect", connect);
        }
        return flat;
    }

    /** A path of the nested shape as the flat one has it. */
    public static String flatParam(String nestedParam) {
        return FlatNames.flatten(nestedParam);
    }

    /** An error about the flat shape, mapped to the nested one. */
    public static VendorError nestError(VendorError error) {
        String message = FlatFormat.nestedWords(error.message());
        String param = error.param();
        if (param == null) {
            return new VendorError(error.code(), null, message);
        }
        String nested = FlatNames.nest(param);
        return new VendorError(error.code(), nested, message.replace("'" + param + "'", "'" + nested + "'"));
    }

    /** A text with every nested path and every quoted format in it as the flat shape has them. */
    public static String flatText(String text) {
        return FlatFormat.flatWords(FlatNames.flattenText(text));
    }

    /** Another object with the very same members. */
    private static ObjectNode withSameMembers(ObjectNode object) {
        return NODES.objectNode().setAll(object);
    }

    /** Changes the object into the session. */
    private static ObjectNode nestSession(ObjectNode session) {
        ObjectNode input = NODES.objectNode();
        JsonNode format = session.remove(FORMAT);
        if (format != null) {
            input.set("format", FlatFormat.nest(format));
        }
        FlatNames.AUDIO_INPUT.forEach((flatName, name) -> move(session, flatName, input, name));
        if (session.at("/audio/input") instanceof ObjectNode residue) {
            input.setAll(residue);
        }
        if (!input.isEmpty()) {
            session.withObject("/audio", JsonNode.OverwriteMode.ALL, true).set("input", input);
        }
        if (!session.has("type")) {
            session.put("type", "transcription");
        }
        return session;
    }

    private static ObjectNode flattenSession(ObjectNode session) {
        ObjectNode flat = session.deepCopy();
        flat.remove("type");
        if (flat.get("audio") instanceof ObjectNode audio && audio.get("input") instanceof ObjectNode input) {
            JsonNode format = input.get("format");
            if (format != null && FlatFormat.hasWord(format)) {
                flat.set(FORMAT, FlatFormat.flatten(format));
                if (FlatFormat.isExact(format)) {
                    input.remove("format");
                }
            }
            FlatNames.AUDIO_INPUT.forEach((flatName, name) -> move(input, name, flat, flatName));
            removeIfEmpty(audio, "input");
            removeIfEmpty(flat, "audio");
        }
        return flat;
    }

    private static void move(ObjectNode from, String fromName, ObjectNode to, String toName) {
        JsonNode value = from.remove(fromName);
        if (value != null) {
            to.set(toName, value);
        }
    }

    private static void removeIfEmpty(ObjectNode parent, String name) {
        if (parent.path(name).isEmpty()) {
            parent.remove(name);
        }
    }
}
