package dev.ephemint.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Operation;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.tape.Tape;
import java.util.Map;

/** A tape as messages. */
final class Replay {
    private Replay() {}

    /** What the vendor answered; without a body where none is published. */
    static Message answer(Tape tape) {
        String body = tape.response().body().map(ExactJson::write).orElse("");
        Message answer = Message.answer(tape.response().status(), body);
        for (Map.Entry<String, String> header : tape.response().headers().entrySet()) {
            if (!header.getKey().equals("content-type")) {
                answer = answer.with(header.getKey(), header.getValue());
            }
        }
        return answer.with("content-type", "application/json");
    }

    static Message request(Operation operation, JsonNode body) {
        return Message.request("POST", "/v1" + operation.path(), ExactJson.write(body))
                .with("content-type", "application/json");
    }
}
