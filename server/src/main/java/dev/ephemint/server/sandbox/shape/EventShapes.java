package dev.ephemint.server.sandbox.shape;

import static dev.ephemint.server.sandbox.shape.Shape.TEXT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.RejectedException;
import java.util.List;
import java.util.Map;

/** What the events of a client must look like, beside the update of its generation. */
public final class EventShapes {

    private static final ObjectShape BARE = ObjectShape.of(Map.of("type", TEXT, "event_id", TEXT));

    private static final Map<String, ObjectShape> BUFFER = Map.of(
            "input_audio_buffer.append", BARE.with(Map.of("audio", TEXT)).requiring("audio"),
            "input_audio_buffer.commit", BARE,
            "input_audio_buffer.clear", BARE,
            "session.close", BARE);

    private EventShapes() {}

    /** An update with a session of the shape given; without one it was rejected as missing (2025-12-05). */
    public static ObjectShape update(Shape session) {
        return BARE.with(Map.of("session", session)).requiring("session");
    }

    /** The type, if it is accepted; the rejection names all that are (2026-09-18). */
    public static String type(ObjectNode event, List<String> taken) {
        JsonNode type = event.path("type");
        if (type.isMissingNode()) {
            throw RejectedException.missing("type");
        }
        TEXT.check("type", type);
        if (!taken.contains(type.textValue())) {
            throw RejectedException.value("type", type.textValue(), taken);
        }
        return type.textValue();
    }

    /** The code is the sandbox's: the vendors converse, and the sandbox does not. */
    public static void checkBuffer(String type, ObjectNode event) {
        ObjectShape shape = BUFFER.get(type);
        if (shape == null) {
            throw new RejectedException(
                    "The sandbox transcribes and does not converse: it does not accept " + type + ".",
                    "sandbox_does_not_converse",
                    "type");
        }
        shape.check("", event);
    }

    /** The two rejections of an update of the other kind: 2026-06-10, and 2025-12-05 the other way round. */
    public static RejectedException otherKind(String passed, String session) {
        return new RejectedException(
                "Passing a " + passed + " session update event to a " + session + " session is not allowed.",
                "invalid_parameter",
                null);
    }
}
