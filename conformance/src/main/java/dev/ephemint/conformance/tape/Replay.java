package dev.ephemint.conformance.tape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import java.util.Map;
import java.util.TreeMap;

/** The vendor's response of a tape, as it is sent again. */
public final class Replay {
    private Replay() {}

    /** As recorded; without a body if none is published. */
    public static Message response(Tape tape) {
        return response(tape, tape.response().body().map(ExactJson::write).orElse(""));
    }

    /** With another body. */
    public static Message response(Tape tape, String body) {
        Message response = Message.response(tape.response().status(), body);
        for (Map.Entry<String, String> header : new TreeMap<>(tape.response().headers()).entrySet()) {
            if (!header.getKey().equals("content-type")) {
                response = response.with(header.getKey(), header.getValue());
            }
        }
        return response.with("content-type", "application/json");
    }

    /** The recorded body with a token that expires then, since the recorded one has expired long ago. */
    public static JsonNode withExpiry(Tape tape, long expiresAt) {
        JsonNode body = tape.response().body().orElseThrow().deepCopy();
        JsonNode secret = tape.operation().isFlat() ? body.path("client_secret") : body;
        ((ObjectNode) secret).put("expires_at", expiresAt);
        return body;
    }
}
