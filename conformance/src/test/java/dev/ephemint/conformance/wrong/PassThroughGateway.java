package dev.ephemint.conformance.wrong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.profile.PlantedKey;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A small gateway for OpenAI's nested shape that is correct, in steps that a wrong one replaces. */
class PassThroughGateway implements AutoCloseable {
    static final String PATH = "/v1/realtime/client_secrets";
    private static final int LARGEST = 1 << 20;

    private final ScriptedVendor server = ScriptedVendor.start();
    private final URI vendor;
    private final HttpClient http;

    PassThroughGateway(URI vendor) {
        this.vendor = vendor;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(redirects())
                .build();
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
        HttpRequest.Builder builder = HttpRequest.newBuilder(vendor.resolve(request.target()))
                .timeout(timeout())
                .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach(header -> builder.header(header.name(), header.value()));
        try {
            HttpResponse<InputStream> response = http.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                return message(response, in.readNBytes(LARGEST + 1));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static Message message(HttpResponse<?> response, byte[] body) throws IOException {
        if (body.length > LARGEST) {
            throw new IOException("too large");
        }
        Message message = Message.response(response.statusCode(), new String(body, StandardCharsets.UTF_8));
        for (String name : List.of("retry-after", "location", "content-type")) {
            if (response.headers().firstValue(name).isPresent()) {
                message = message.with(name, response.headers().firstValue(name).get());
            }
        }
        return message;
    }

    Duration timeout() {
        return Duration.ofSeconds(2);
    }

    HttpClient.Redirect redirects() {
        return HttpClient.Redirect.NEVER;
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
