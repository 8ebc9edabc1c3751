package dev.ephemint.conformance.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * How to open a socket, with the token filled in.
 *
 * @param headers by name; empty if the token is offered as a subprotocol
 * @param subprotocols empty if the token is sent in a header
 * @param firstEvents the events to send first, in order
 */
public record Connect(URI url, Map<String, String> headers, List<String> subprotocols, List<JsonNode> firstEvents) {
    public Connect {
        headers = Map.copyOf(headers);
        subprotocols = List.copyOf(subprotocols);
        firstEvents = List.copyOf(firstEvents);
    }

    /** From the response to a mint, in either shape, with the token in a header. */
    public static Connect byHeader(JsonNode response) {
        JsonNode socket = response.at("/connect/websocket");
        JsonNode header = socket.path("header");
        String value = filledIn(header.path("value"), response);
        return new Connect(
                URI.create(socket.path("url").textValue()),
                Map.of(header.path("name").textValue(), value),
                List.of(),
                stream(response.at("/connect/first_events")).toList());
    }

    /** The same for a browser, which cannot set headers. */
    public static Connect bySubprotocol(JsonNode response) {
        List<String> offered = stream(response.at("/connect/websocket/subprotocols"))
                .map(template -> filledIn(template, response))
                .toList();
        Connect connect = byHeader(response);
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

    private static String filledIn(JsonNode template, JsonNode response) {
        JsonNode flat = response.at("/client_secret/value");
        String value =
                flat.isTextual() ? flat.textValue() : response.path("value").textValue();
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
