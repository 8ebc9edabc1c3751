package dev.ephemint.server.sandbox.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A generation of the socket: its words, and the shape of its session. */
public interface Protocol {

    /** What the names of the session's events begin with. */
    String family();

    /** What is known of a session that was never minted. */
    ObjectNode bare();

    /**
     * Looks at an event before it has any effect.
     *
     * @param session the session in force
     * @throws RefusedException in the vendor's words, and then nothing of the event takes effect
     */
    void check(ObjectNode session, ObjectNode event);

    /** The session after an update that was accepted: what is absent stays, null is off. */
    ObjectNode updated(ObjectNode session, JsonNode asked);

    InputAudioConfig config(ObjectNode session);

    /** The events by which an utterance becomes an item. */
    List<String> itemEvents();

    /** An utterance as an item. */
    ObjectNode item(String id);

    default boolean isUpdate(String type) {
        return type.equals(family() + ".update");
    }
}
