package dev.ephemint.server.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request as it arrives at the vendor.
 *
 * @param target path and query as they came
 * @param query decoded; the last of several equal names
 * @param headers lower-case name to value
 */
public record VendorRequest(
        String method, Target target, Map<String, String> query, Map<String, String> headers, byte[] body) {

    /** The target of a request. */
    public record Target(String host, String path, String rawQuery) {}

    public boolean isPostTo(String path) {
        return method.equals("POST") && target.path().equals(path);
    }

    public boolean isGetTo(String path) {
        return method.equals("GET") && target.path().equals(path);
    }

    public boolean isHandshake() {
        return header("upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
    }

    public VendorRequest withPath(String path) {
        return new VendorRequest(method, new Target(target.host(), path, target.rawQuery()), query, headers, body);
    }

    public VendorRequest withParameter(String name, String value) {
        Map<String, String> more = new HashMap<>(query);
        more.put(name, value);
        return new VendorRequest(method, target, more, headers, body);
    }

    public VendorRequest withoutParameter(String name) {
        Map<String, String> fewer = new HashMap<>(query);
        fewer.remove(name);
        return new VendorRequest(method, target, fewer, headers, body);
    }

    public VendorRequest withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new VendorRequest(method, target, query, more, body);
    }

    public VendorRequest withoutHeader(String name) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(name);
        return new VendorRequest(method, target, query, fewer, body);
    }

    public VendorRequest withBody(ObjectNode other) {
        return new VendorRequest(
                method, target, query, headers, other.toString().getBytes(StandardCharsets.UTF_8));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public boolean asksForTranscription() {
        return parameter("intent").filter("transcription"::equals).isPresent();
    }

    /** The rest of the offered subprotocol that begins so. */
    public Optional<String> subprotocol(String beginning) {
        return subprotocols()
                .filter(name -> name.startsWith(beginning))
                .findFirst()
                .map(name -> name.substring(beginning.length()));
    }

    public Stream<String> subprotocols() {
        return header("sec-websocket-protocol").stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .map(String::strip);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> bearer() {
        return header("authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring(7));
    }

    /**
     * The body.
     *
     * @throws RejectedException in the words of the socket's rejection (recorded 2026-09-18), applied to a body
     */
    public ObjectNode json() {
        JsonNode read = read();
        if (read instanceof ObjectNode object) {
            return object;
        }
        throw new RejectedException("Invalid body: expected a JSON object.", "invalid_type", null);
    }

    private JsonNode read() {
        try {
            return Json.read(body);
        } catch (IOException malformed) {
            throw new RejectedException("Invalid body: failed to parse JSON value.", "invalid_json", null);
        }
    }

    @Override
    public String toString() {
        return "VendorRequest[" + method + " " + target.path() + "]";
    }
}
