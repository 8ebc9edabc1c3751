package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.MintOperation;

/** Requests that mint, and responses of a vendor that minted. */
final class Minted {
    private static final long IN_2100 = 4_102_444_800L;

    private Minted() {}

    /** The smallest request that a vendor mints for. */
    static JsonNode request(MintOperation operation, String session, String model) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (operation.isFlat()) {
            body.withObject("/input_audio_transcription").put("model", model);
            return body;
        }
        ObjectNode nested = body.withObject("/session").put("type", session);
        (session.equals("realtime") ? nested : nested.withObject("/audio/input/transcription")).put("model", model);
        return body;
    }

    /** The smallest response. */
    static JsonNode response(MintOperation operation, String session) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode secret = operation.isFlat() ? body.withObject("/client_secret") : body;
        secret.put("value", "ek_example").put("expires_at", IN_2100);
        if (!operation.isFlat()) {
            body.withObject("/session").put("type", session);
        }
        return body;
    }

    /** The vendor's response, with a token that is valid for long. */
    static Draft unexpired(Draft draft) {
        ObjectNode body = draft.body().deepCopy();
        ObjectNode secret = body.path("client_secret") instanceof ObjectNode flat ? flat : body;
        if (secret.path("expires_at").isNumber() && secret.has("value")) {
            secret.put("expires_at", IN_2100);
        }
        return new Draft(draft.member(), draft.variant(), draft.form(), body);
    }
}
