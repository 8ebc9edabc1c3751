package dev.ephemint.server.sandbox.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A generation of the socket's protocol: its events, and the shape of its session. */
public interface Protocol {

    /** The prefix of the session's events. */
    String family();

    /** The session of a socket without a minted token. */
    ObjectNode bare();

    /**
     * Checks an event before it has any effect.
     *
     * @param session the session in force
     * @throws RefusedException in the vendor's words, and then nothing of the event takes effect
     */
    void check(ObjectNode session, ObjectNode event);

    /** The session after an update that was accepted: what is absent stays, null is off. */
    ObjectNode updated(ObjectNode session, JsonNode requested);

    InputAudioConfig config(ObjectNode session);

    /** The events by which an utterance becomes an item. */
    List<String> itemEvents();

    /** An utterance as an item. */
    ObjectNode item(String id);

    default boolean isUpdate(String type) {
        return type.equals(family() + ".update");
    }
}
