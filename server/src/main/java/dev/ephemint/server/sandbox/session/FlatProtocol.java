package dev.ephemint.server.sandbox.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.shape.EventShapes;
import dev.ephemint.server.sandbox.shape.Shape;
import dev.ephemint.server.sandbox.wire.Json;
import dev.ephemint.server.sandbox.wire.RejectedException;
import java.util.List;
import java.util.Map;

/** The beta's socket, which Azure's preview keeps: recorded from 2025-06-21 to 2026-02-21. */
public record FlatProtocol(Shape sessionShape) implements Protocol {

    private static final Map<String, String> FORMATS =
            Map.of("pcm16", "audio/pcm", "g711_ulaw", "audio/pcmu", "g711_alaw", "audio/pcma");

    /** The client's events of the beta's documentation of mid-2025; the rejection that lists them was not recorded. */
    private static final List<String> TAKEN = List.of(
            "session.update",
            "transcription_session.update",
            "input_audio_buffer.append",
            "input_audio_buffer.commit",
            "input_audio_buffer.clear",
            "conversation.item.create",
            "conversation.item.truncate",
            "conversation.item.delete",
            "conversation.item.retrieve",
            "response.create",
            "response.cancel");

    @Override
    public String family() {
        return "transcription_session";
    }

    @Override
    public ObjectNode bare() {
        return FlatEcho.session(Json.object(), "");
    }

    @Override
    public void check(ObjectNode session, ObjectNode event) {
        String type = EventShapes.type(event, TAKEN);
        if (type.equals("session.update")) {
            throw rejectionOfGa(event);
        }
        if (isUpdate(type)) {
            EventShapes.update(sessionShape).check("", event);
        } else {
            EventShapes.checkBuffer(type, event);
        }
    }

    /** The GA shape was rejected for its type (litellm pull request 40615), the flat one for its event (2025-12-05). */
    private static RejectedException rejectionOfGa(ObjectNode event) {
        return event.at("/session/type").isMissingNode()
                ? EventShapes.otherKind("realtime", "transcription")
                : RejectedException.unknown("session.type");
    }

    @Override
    public ObjectNode updated(ObjectNode session, JsonNode requested) {
        ObjectNode echo = FlatEcho.session(requested, session.path("id").asText());
        ObjectNode updated = session.deepCopy();
        requested.properties().stream()
                .filter(member -> echo.has(member.getKey()))
                .forEach(member -> updated.set(member.getKey(), echo.get(member.getKey())));
        return updated;
    }

    @Override
    public InputAudioConfig config(ObjectNode session) {
        String format = session.path("input_audio_format").asText();
        return InputAudioConfig.of(
                FORMATS.getOrDefault(format, "audio/pcm"),
                session.path("input_audio_transcription"),
                session.path("turn_detection"),
                session.path("include"));
    }

    @Override
    public List<String> itemEvents() {
        return List.of("conversation.item.created");
    }

    @Override
    public ObjectNode item(String id) {
        return ConversationItems.utterance(id).put("object", "realtime.item");
    }
}
