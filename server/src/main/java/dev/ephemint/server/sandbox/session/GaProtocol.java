package dev.ephemint.server.sandbox.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.shape.EventShapes;
import dev.ephemint.server.sandbox.shape.GaShapes;
import dev.ephemint.server.sandbox.shape.ObjectShape;
import dev.ephemint.server.sandbox.wire.Json;
import java.util.List;

/**
 * The GA socket, as captured on 2026-09-18.
 *
 * @param models what the vendor does with its models
 */
public record GaProtocol(VendorModels models) implements Protocol {

    /** OpenAI's list of 2026-09-18. Azure's names the beta's update too; what becomes of it there was not told. */
    private static final List<String> TAKEN = List.of(
            "session.update",
            "session.close",
            "input_audio_buffer.append",
            "session.input_audio_buffer.append",
            "input_audio_buffer.commit",
            "input_audio_buffer.clear",
            "conversation.item.create",
            "conversation.item.truncate",
            "conversation.item.delete",
            "conversation.item.retrieve",
            "response.create",
            "response.cancel");

    private static final ObjectShape UPDATE = EventShapes.update(GaShapes.SESSION);

    public static ObjectNode realtime(String model) {
        return GaEcho.session(Json.object().put("type", "realtime").put("model", model), "");
    }

    @Override
    public String family() {
        return "session";
    }

    @Override
    public ObjectNode bare() {
        return GaEcho.session(Json.object().put("type", "transcription"), "");
    }

    @Override
    public void check(ObjectNode session, ObjectNode event) {
        String type = EventShapes.type(event, TAKEN);
        if (!isUpdate(type)) {
            EventShapes.checkBuffer(type, event);
            return;
        }
        String passed = event.at("/session/type").asText();
        String inForce = session.path("type").asText();
        if (List.of("realtime", "transcription").contains(passed) && !passed.equals(inForce)) {
            throw EventShapes.otherKind(passed, inForce);
        }
        UPDATE.check("", event);
        models.check(event.path("session"), session);
    }

    @Override
    public ObjectNode updated(ObjectNode session, JsonNode asked) {
        ObjectNode updated = session.deepCopy();
        asked.properties().stream()
                .filter(member -> !member.getKey().equals("audio"))
                .forEach(member -> updated.set(member.getKey(), member.getValue()));
        boolean realtime = session.path("type").asText().equals("realtime");
        hear(updated.withObject("/audio/input"), asked.at("/audio/input"), realtime);
        if (realtime) {
            speak(updated, asked);
        }
        return updated;
    }

    private static void hear(ObjectNode input, JsonNode asked, boolean realtime) {
        if (asked.has("format")) {
            input.set("format", AudioEcho.format(asked.path("format")));
        }
        if (asked.has("transcription")) {
            input.set("transcription", AudioEcho.transcription(asked.path("transcription")));
        }
        if (asked.has("noise_reduction")) {
            input.set("noise_reduction", AudioEcho.noiseReduction(asked.path("noise_reduction")));
        }
        if (asked.has("turn_detection")) {
            input.set("turn_detection", AudioEcho.turnDetection(asked.path("turn_detection"), realtime));
        }
    }

    private static void speak(ObjectNode updated, JsonNode asked) {
        asked.at("/audio/output").properties().forEach(member -> updated.withObject("/audio/output")
                .set(member.getKey(), member.getValue()));
        if (asked.has("tools")) {
            ArrayNode tools = updated.putArray("tools");
            asked.path("tools").forEach(tool -> tools.add(GaEcho.tool((ObjectNode) tool)));
        }
    }

    @Override
    public InputAudioConfig config(ObjectNode session) {
        JsonNode input = session.at("/audio/input");
        return InputAudioConfig.of(
                input.at("/format/type").asText("audio/pcm"),
                input.path("transcription"),
                turnDetection(session, input),
                session.path("include"));
    }

    /** The session of a transcription says server VAD even if the model has none (recorded 2026-05-11, Azure). */
    private JsonNode turnDetection(ObjectNode session, JsonNode input) {
        boolean detects = session.path("type").asText().equals("realtime")
                || models.of(input.at("/transcription/model").asText()).endsTurns();
        return detects ? input.path("turn_detection") : session.nullNode();
    }

    @Override
    public List<String> itemEvents() {
        return List.of("conversation.item.added", "conversation.item.done");
    }

    @Override
    public ObjectNode item(String id) {
        return ConversationItems.utterance(id);
    }
}
