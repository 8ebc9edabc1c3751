package dev.ephemint.conformance.wrong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.profile.PlantedKey;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A small gateway for OpenAI's nested shape that is correct, in steps that a wrong one replaces. */
class PassThroughGateway implements AutoCloseable {
    static final String PATH = "/v1/realtime/client_secrets";

    private final ScriptedVendor server = ScriptedVendor.start();
    private final URI vendor;

    PassThroughGateway(URI vendor) {
        this.vendor = vendor;
        server.script((request, socket) -> reaction(handle(request)).on(request, socket));
    }

    final URI uri() {
        return server.uri();
    }

    /** How the response is written. */
    VendorReaction reaction(Message response) {
        return VendorReaction.response(response);
    }

    Message handle(Message request) {
        if (!request.target().equals(PATH)) {
            return error(404, "Unknown path.");
        }
        if (!request.method().equals("POST")) {
            return error(405, "Use POST.");
        }
        JsonNode sent = json(request.body());
        return sent.isObject() ? mint(request, sent) : error(400, "The body must be a JSON object.");
    }

    Message mint(Message request, JsonNode sent) {
        try {
            return returned(send(toVendor(request, sent)));
        } catch (IOException e) {
            return error(502, "The vendor did not respond.");
        }
    }

    Message toVendor(Message request, JsonNode sent) {
        return Message.request("POST", vendorPath(request), ExactJson.write(requestTree(sent)))
                .with("content-type", "application/json")
                .with("authorization", "Bearer " + PlantedKey.VALUE);
    }

    String vendorPath(Message request) {
        return PATH;
    }

    JsonNode requestTree(JsonNode sent) {
        return sent;
    }

    Message send(Message request) throws IOException {
        return withoutOtherHeaders(HalfClosingClient.call(vendor, request));
    }

    final Message sendAndWait(Message request) throws IOException {
        return withoutOtherHeaders(HalfClosingClient.callAndWait(vendor, request));
    }

    private static Message withoutOtherHeaders(Message response) {
        Message message = Message.response(response.status(), response.body());
        for (String name : List.of("retry-after", "location", "content-type")) {
            if (response.header(name).isPresent()) {
                message = message.with(name, response.header(name).get());
            }
        }
        return message;
    }

    Message returned(Message vendor) {
        JsonNode body = json(vendor.body());
        if (vendor.status() == 200) {
            return body.path("value").isTextual() ? minted(vendor, body) : error(502, "The vendor returned no token.");
        }
        if (vendor.status() < 400 || !body.path("error").isObject()) {
            return error(502, "The vendor failed.");
        }
        return refused(vendor, body);
    }

    Message minted(Message vendor, JsonNode body) {
        return Message.response(200, ExactJson.write(responseTree(body)))
                .with("content-type", "application/json")
                .with("cache-control", "no-store");
    }

    JsonNode responseTree(JsonNode body) {
        return body;
    }

    Message refused(Message vendor, JsonNode body) {
        Message refused = PlantedKey.isIn(vendor.body())
                ? error(vendor.status(), "The vendor rejected the request.")
                : Message.response(vendor.status(), ExactJson.write(body)).with("content-type", "application/json");
        return vendor.header("retry-after")
                .map(seconds -> refused.with("retry-after", seconds))
                .orElse(refused);
    }

    Message error(int status, String message) {
        return Message.response(
                        status,
                        "{\"error\":{\"message\":\"" + message
                                + "\",\"type\":\"gateway_error\",\"param\":null,\"code\":null}}")
                .with("content-type", "application/json");
    }

    static JsonNode json(String text) {
        try {
            return ExactJson.parse(text);
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
