package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls a sandbox over HTTP. */
record SandboxCaller(Sandbox sandbox, Map<String, String> headers) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SandboxCaller withBearer(Sandbox sandbox) {
        return new SandboxCaller(
                sandbox, Map.of("authorization", "Bearer " + sandbox.key().reveal()));
    }

    static SandboxCaller withApiKey(Sandbox sandbox) {
        return new SandboxCaller(sandbox, Map.of("api-key", sandbox.key().reveal()));
    }

    record Reply(int status, Map<String, String> headers, String body) {

        JsonNode json() {
            return parse(body);
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        String token() {
            return json().path("value").asText(json().at("/client_secret/value").asText());
        }

        /** The response without what differs from mint to mint. */
        JsonNode withoutToken() {
            ObjectNode response = (ObjectNode) json();
            if (response.path("session") instanceof ObjectNode session) {
                session.remove("id");
                return response.remove(List.of("value", "expires_at"));
            }
            return response.remove(List.of("client_secret", "id"));
        }
    }

    SandboxCaller with(Map<String, String> other) {
        return new SandboxCaller(sandbox, other);
    }

    Reply post(String path, String body) {
        return send("POST", path, body);
    }

    Reply send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(sandbox.uri().resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .header("content-type", "application/json");
        headers.forEach(request::header);
        try {
            return reply(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(json, malformed);
        }
    }

    static JsonNode openAiError(String message, @Nullable String param, @Nullable String code) {
        return JSON.createObjectNode()
                .set(
                        "error",
                        JSON.createObjectNode()
                                .put("message", message)
                                .put("type", "invalid_request_error")
                                .put("param", param)
                                .put("code", code));
    }

    static JsonNode azureError(String code, String message) {
        return JSON.createObjectNode()
                .set("error", JSON.createObjectNode().put("code", code).put("message", message));
    }

    private static Reply reply(HttpResponse<String> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Reply(response.statusCode(), headers, response.body());
    }
}
