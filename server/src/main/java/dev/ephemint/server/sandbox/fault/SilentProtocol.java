package dev.ephemint.server.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.session.InputAudioConfig;
import dev.ephemint.server.sandbox.session.Protocol;
import dev.ephemint.server.sandbox.wire.Json;
import java.util.List;

/** Accepts everything and transcribes nothing. */
record SilentProtocol(Protocol behind) implements Protocol {

    @Override
    public String family() {
        return behind.family();
    }

    @Override
    public ObjectNode bare() {
        return behind.bare();
    }

    @Override
    public void check(ObjectNode session, ObjectNode event) {
        behind.check(session, event);
    }

    @Override
    public ObjectNode updated(ObjectNode session, JsonNode requested) {
        return behind.updated(session, requested);
    }

    @Override
    public InputAudioConfig config(ObjectNode session) {
        InputAudioConfig config = behind.config(session);
        return new InputAudioConfig(
                config.format(), Json.object().nullNode(), config.turnDetection(), config.logprobs());
    }

    @Override
    public List<String> itemEvents() {
        return behind.itemEvents();
    }

    @Override
    public ObjectNode item(String id) {
        return behind.item(id);
    }
}
