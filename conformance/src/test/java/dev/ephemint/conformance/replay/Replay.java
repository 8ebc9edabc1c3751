package dev.ephemint.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.tape.Tape;
import java.util.Map;

/** A tape as messages. */
final class Replay {
    private Replay() {}

    /** The vendor's response, without a body if none is published. */
    static Message response(Tape tape) {
        String body = tape.response().body().map(ExactJson::write).orElse("");
        Message response = Message.response(tape.response().status(), body);
        for (Map.Entry<String, String> header : tape.response().headers().entrySet()) {
            if (!header.getKey().equals("content-type")) {
                response = response.with(header.getKey(), header.getValue());
            }
        }
        return response.with("content-type", "application/json");
    }

    static Message request(MintOperation operation, JsonNode body) {
        return Message.request("POST", "/v1" + operation.path(), ExactJson.write(body))
                .with("content-type", "application/json");
    }
}
