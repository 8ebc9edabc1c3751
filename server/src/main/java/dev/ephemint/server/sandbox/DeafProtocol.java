package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A socket that takes everything and transcribes nothing. */
record DeafProtocol(Protocol hearer) implements Protocol {

    @Override
    public String family() {
        return hearer.family();
    }

    @Override
    public ObjectNode bare() {
        return hearer.bare();
    }

    @Override
    public void check(ObjectNode session, ObjectNode event) {
        hearer.check(session, event);
    }

    @Override
    public ObjectNode updated(ObjectNode session, JsonNode asked) {
        return hearer.updated(session, asked);
    }

    @Override
    public Hearing hearing(ObjectNode session) {
        Hearing heard = hearer.hearing(session);
        return new Hearing(heard.format(), Json.object().nullNode(), heard.turnDetection(), heard.logprobs());
    }

    @Override
    public List<String> itemEvents() {
        return hearer.itemEvents();
    }

    @Override
    public ObjectNode item(String id) {
        return hearer.item(id);
    }
}
