package dev.ephemint.server.sandbox.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.Json;
import dev.ephemint.server.sandbox.wire.RejectedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One open socket. It processes events in order, on one thread at a time. */
final class SocketSession {

    /** How long a session lasts (an OpenAI maintainer in openai-agents-js issue 1278). */
    private static final Duration LONGEST = Duration.ofMinutes(60);

    private final SocketContext context;
    private final EventSender sender;
    private final InputAudioBuffer buffer;
    private ObjectNode session;

    SocketSession(HandshakeResult.Accepted admitted, EventSender sender) {
        this.context = admitted.context();
        this.sender = sender;
        this.session = admitted.session();
        this.buffer = new InputAudioBuffer(context, sender);
    }

    /** Each socket is a session of its own, with an end of its own. */
    void begin() {
        session.put("id", context.id("sess")).put("expires_at", context.ids().endOf(LONGEST));
        if (session.has("client_secret")) {
            session.putNull("client_secret");
        }
        listen("created");
    }

    /** Whether the session continues after this message. */
    boolean process(String message) {
        ObjectNode event;
        try {
            event = event(message);
        } catch (RejectedException rejected) {
            reject(rejected, null);
            return true;
        }
        try {
            context.protocol().check(session, event);
            return apply(event);
        } catch (RejectedException rejected) {
            reject(rejected, event.path("event_id").textValue());
            return true;
        }
    }

    void rejectBinary() {
        reject(
                new RejectedException(
                        "Expected a text WebSocket message; binary frames are not supported.", "invalid_event", null),
                null);
    }

    private boolean apply(ObjectNode event) {
        String type = event.path("type").asText();
        if (context.protocol().isUpdate(type)) {
            session = context.protocol().updated(session, event.path("session"));
            listen("updated");
        }
        switch (type) {
            case "input_audio_buffer.append" ->
                buffer.append(event.path("audio").asText());
            case "input_audio_buffer.commit" -> buffer.commit();
            case "input_audio_buffer.clear" -> buffer.clear();
            default -> {}
        }
        return !type.equals("session.close");
    }

    private void listen(String change) {
        buffer.listen(context.protocol().config(session));
        sender.send(context.protocol().family() + "." + change, Json.object().set("session", session.deepCopy()));
    }

    private void reject(RejectedException rejected, @Nullable String eventId) {
        sender.send("error", Json.object().set("error", EventErrors.of(rejected, eventId)));
    }

    /** The first half of the message was recorded on 2026-09-18; what followed it is not known. */
    private static ObjectNode event(String message) {
        try {
            JsonNode read = Json.read(message.getBytes(StandardCharsets.UTF_8));
            if (read instanceof ObjectNode event) {
                return event;
            }
        } catch (IOException malformed) {
            throw new RejectedException("Invalid event: failed to parse JSON value.", "invalid_json", null);
        }
        throw new RejectedException("Invalid event: expected a JSON object.", "invalid_type", null);
    }
}
