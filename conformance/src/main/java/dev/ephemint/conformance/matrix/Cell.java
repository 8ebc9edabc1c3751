package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One fact of the matrix: a body with one member in one form, on one way through a gateway.
 *
 * @param session type of the session, {@code transcription} or {@code realtime}
 * @param draft the caller's request, or the vendor's response
 */
record Cell(Flow flow, Leg leg, String session, Draft draft) {

    JsonNode body() {
        return draft.body();
    }

    /** The same with a model that the target knows; many gateways route by it. */
    Cell withModel(String model) {
        return leg == Leg.REQUEST ? new Cell(flow, leg, session, draft.withModel(model)) : this;
    }

    /** The member at the top, below the session if it is in one. */
    String group() {
        String[] steps = draft.member().split("[.\\[]", -1);
        return steps[0].equals("session") && steps.length > 1 ? session + "." + steps[1] : steps[0];
    }

    String id() {
        return flow + "/" + leg + "/" + session + "/" + draft.name();
    }

    @Override
    public String toString() {
        return id();
    }
}
