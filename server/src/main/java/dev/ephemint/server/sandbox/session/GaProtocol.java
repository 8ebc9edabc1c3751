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
 * @param models the vendor's models
 */
public record GaProtocol(VendorModels models) implements Protocol {

    /** OpenAI's list of 2026-09-18. Azure's names the beta's update too; its effect there was not reported. */
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
    public ObjectNode updated(ObjectNode session, JsonNode requested) {
        ObjectNode updated = session.deepCopy();
        requested.properties().stream()
                .filter(member -> !member.getKey().equals("audio"))
                .forEach(member -> updated.set(member.getKey(), member.getValue()));
        boolean realtime = session.path("type").asText().equals("realtime");
        updateInput(updated.withObject("/audio/input"), requested.at("/audio/input"), realtime);
        if (realtime) {
            updateOutput(updated, requested);
        }
        return updated;
    }

    private static void updateInput(ObjectNode input, JsonNode requested, boolean realtime) {
        if (requested.has("format")) {
            input.set("format", AudioEcho.format(requested.path("format")));
        }
        if (requested.has("transcription")) {
            input.set("transcription", AudioEcho.transcription(requested.path("transcription")));
        }
        if (requested.has("noise_reduction")) {
            input.set("noise_reduction", AudioEcho.noiseReduction(requested.path("noise_reduction")));
        }
        if (requested.has("turn_detection")) {
            input.set("turn_detection", AudioEcho.turnDetection(requested.path("turn_detection"), realtime));
        }
    }

    private static void updateOutput(ObjectNode updated, JsonNode requested) {
        requested.at("/audio/output").properties().forEach(member -> updated.withObject("/audio/output")
                .set(member.getKey(), member.getValue()));
        if (requested.has("tools")) {
            ArrayNode tools = updated.putArray("tools");
            requested.path("tools").forEach(tool -> tools.add(GaEcho.tool((ObjectNode) tool)));
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
