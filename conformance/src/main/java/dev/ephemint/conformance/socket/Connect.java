package dev.ephemint.conformance.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * How a socket is opened, with the token filled in.
 *
 * @param headers by name; empty where the token is offered as a subprotocol
 * @param subprotocols none where the token goes in a header
 * @param firstEvents what is sent first, in order
 */
public record Connect(URI url, Map<String, String> headers, List<String> subprotocols, List<JsonNode> firstEvents) {
    public Connect {
        headers = Map.copyOf(headers);
        subprotocols = List.copyOf(subprotocols);
        firstEvents = List.copyOf(firstEvents);
    }

    /** As the answer of a mint says, in either shape, with the token in the header. */
    public static Connect byHeader(JsonNode answer) {
        JsonNode socket = answer.at("/connect/websocket");
        JsonNode header = socket.path("header");
        String value = filledIn(header.path("value"), answer);
        return new Connect(
                URI.create(socket.path("url").textValue()),
                Map.of(header.path("name").textValue(), value),
                List.of(),
                stream(answer.at("/connect/first_events")).toList());
    }

    /** As a browser does it, which can set no header. */
    public static Connect bySubprotocol(JsonNode answer) {
        List<String> offered = stream(answer.at("/connect/websocket/subprotocols"))
                .map(template -> filledIn(template, answer))
                .toList();
        Connect connect = byHeader(answer);
        return new Connect(connect.url, Map.of(), offered, connect.firstEvents);
    }

    /** With another path and query on the same host. */
    public Connect to(String pathAndQuery) {
        return new Connect(url.resolve(pathAndQuery), headers, subprotocols, firstEvents);
    }

    /** With a parameter more. */
    public Connect asking(String parameter) {
        String separator = url.getRawQuery() == null ? "?" : "&";
        return new Connect(URI.create(url + separator + parameter), headers, subprotocols, firstEvents);
    }

    public Connect withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return withHeaders(more);
    }

    public Connect withHeaders(Map<String, String> other) {
        return new Connect(url, other, subprotocols, firstEvents);
    }

    private static String filledIn(JsonNode template, JsonNode answer) {
        JsonNode flat = answer.at("/client_secret/value");
        String value =
                flat.isTextual() ? flat.textValue() : answer.path("value").textValue();
        return template.textValue().replace("{value}", value);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Neither header values nor subprotocols: they hold the token. */
    @Override
    public String toString() {
        return "Connect[" + url + ", headers=" + headers.keySet() + "]";
    }
}
