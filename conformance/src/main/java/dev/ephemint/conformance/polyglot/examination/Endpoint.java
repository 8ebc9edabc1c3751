package dev.ephemint.conformance.polyglot.examination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.polyglot.harness.HarnessException;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.net.URI;
import java.util.List;

/** The service that a client under test mints at: it responds with the bytes of a case and keeps the request. */
public final class Endpoint implements AutoCloseable {
    private final ScriptedVendor server = ScriptedVendor.start();

    /** What a client is pointed at. */
    public URI base() {
        return URI.create(server.uri() + "/v1");
    }

    /** Clears the requests kept. */
    public void respondWith(JsonNode response) {
        server.script(VendorReaction.response(
                Message.response(200, ExactJson.write(response)).with("content-type", "application/json")));
    }

    /** The body of the one request since then. */
    public JsonNode request(String shape) throws HarnessException {
        List<Message> requests = server.requests();
        String path = shape.equals("flat") ? "/v1/realtime/transcription_sessions" : "/v1/realtime/client_secrets";
        if (requests.size() != 1 || !requests.get(0).start().equals("POST " + path)) {
            throw new HarnessException("the client sent "
                    + requests.stream().map(Message::start).toList() + " in place of one POST " + path);
        }
        return ExactJson.parse(requests.get(0).body());
    }

    @Override
    public void close() {
        server.close();
    }
}
