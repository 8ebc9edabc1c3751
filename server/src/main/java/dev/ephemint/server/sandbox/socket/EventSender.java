package dev.ephemint.server.sandbox.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.Json;
import dev.ephemint.server.sandbox.wire.TokenRegistry;
import java.util.function.Consumer;

/** Sends events, each with its own identifier. */
record EventSender(TokenRegistry ids, Consumer<String> wire) {

    void send(String type, ObjectNode members) {
        ObjectNode event = Json.object().put("type", type).put("event_id", ids.id("event"));
        wire.accept(event.setAll(members).toString());
    }
}
