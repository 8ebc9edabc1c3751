package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One open socket. It hears one event after the other and is used by one thread at a time. */
final class Conversation {

    /** How long a session lasts (an OpenAI maintainer in openai-agents-js issue 1278). */
    private static final Duration LONGEST = Duration.ofMinutes(60);

    private final Stage stage;
    private final Speaker speaker;
    private final Utterances utterances;
    private ObjectNode session;

    Conversation(Welcome.Admitted admitted, Speaker speaker) {
        this.stage = admitted.stage();
        this.speaker = speaker;
        this.session = admitted.session();
        this.utterances = new Utterances(stage, speaker);
    }

    /** Each socket is a session of its own, with an end of its own. */
    void begin() {
        session.put("id", stage.id("sess")).put("expires_at", stage.ids().endOf(LONGEST));
        if (session.has("client_secret")) {
            session.putNull("client_secret");
        }
        listen("created");
    }

    /** Whether it goes on after this message. */
    boolean hear(String message) {
        ObjectNode event;
        try {
            event = event(message);
        } catch (RefusedException refused) {
            refuse(refused, null);
            return true;
        }
        try {
            stage.protocol().check(session, event);
            return obey(event);
        } catch (RefusedException refused) {
            refuse(refused, event.path("event_id").textValue());
            return true;
        }
    }

    void hearBinary() {
        refuse(
                new RefusedException(
                        "Expected a text WebSocket message; binary frames are not supported.", "invalid_event", null),
                null);
    }

    private boolean obey(ObjectNode event) {
        String type = event.path("type").asText();
        if (stage.protocol().isUpdate(type)) {
            session = stage.protocol().updated(session, event.path("session"));
            listen("updated");
        }
        switch (type) {
            case "input_audio_buffer.append" ->
                utterances.append(event.path("audio").asText());
            case "input_audio_buffer.commit" -> utterances.commit();
            case "input_audio_buffer.clear" -> utterances.clear();
            default -> {}
        }
        return !type.equals("session.close");
    }

    private void listen(String change) {
        utterances.listen(stage.protocol().hearing(session));
        speaker.say(stage.protocol().family() + "." + change, Json.object().set("session", session.deepCopy()));
    }

    private void refuse(RefusedException refused, @Nullable String eventId) {
        speaker.say("error", Json.object().set("error", EventError.of(refused, eventId)));
    }

    /** The first half of the message was recorded on 2026-09-18; what followed it is not known. */
    private static ObjectNode event(String message) {
        try {
            JsonNode read = Json.read(message.getBytes(StandardCharsets.UTF_8));
            if (read instanceof ObjectNode event) {
                return event;
            }
        } catch (IOException malformed) {
            throw new RefusedException("Invalid event: failed to parse JSON value.", "invalid_json", null);
        }
        throw new RefusedException("Invalid event: expected a JSON object.", "invalid_type", null);
    }
}
