package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The client event that configures a session after connecting. */
public final class SessionUpdate {

    private SessionUpdate() {}

    public static ObjectNode of(String type, JsonNode session) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", type);
        event.set("session", session);
        return event;
    }
}
