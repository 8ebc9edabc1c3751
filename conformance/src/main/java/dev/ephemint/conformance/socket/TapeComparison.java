package dev.ephemint.conformance.socket;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.TreeComparison;
import dev.ephemint.conformance.tape.SocketTape;
import dev.ephemint.conformance.tape.TapedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares a vendor's response with a tape. Members that are not on the tape are ignored; members that change with every
 * request (ids, times) only have to be present.
 */
public final class TapeComparison {
    private static final Set<String> NEW_EVERY_TIME =
            Set.of("id", "event_id", "item_id", "previous_item_id", "expires_at", "client_secret");
    private static final String KEY = "{key}";

    private TapeComparison() {}

    /** A rejected handshake. A taped body without an error envelope also matches inside one. */
    public static List<String> refusal(SocketTape tape, Message response) {
        List<String> differences = new ArrayList<>();
        if (response.status() != tape.response().status()) {
            differences.add("status: expected " + tape.response().status() + ", was " + response.status());
        }
        tape.response().headers().forEach((name, value) -> {
            if (response.header(name).isEmpty()) {
                differences.add(name + ": expected as in " + value + ", was absent");
            }
        });
        tape.response().body().ifPresent(expected -> differences.addAll(body(expected, response.body())));
        return differences;
    }

    private static List<String> body(JsonNode expected, String body) {
        JsonNode actual = ExactJson.parse(body);
        return differences(expected, expected.has("error") ? actual : actual.path("error"));
    }

    /** A socket that was opened and then closed by the vendor after some events. */
    public static List<String> dismissal(SocketTape tape, VendorSocket socket) {
        List<String> differences = new ArrayList<>();
        tape.events().forEach(event -> differences.addAll(event(event, socket.next())));
        tape.close().ifPresent(expected -> {
            if (!expected.equals(socket.closed())) {
                differences.add("close: expected " + expected);
            }
        });
        return differences;
    }

    /** One event. */
    public static List<String> event(TapedEvent taped, JsonNode actual) {
        ObjectNode expected = taped.event().deepCopy();
        taped.cut().forEach(pointer -> remove(expected, JsonPointer.compile(pointer)));
        return differences(expected, actual);
    }

    private static void remove(ObjectNode tree, JsonPointer pointer) {
        if (tree.at(pointer.head()) instanceof ObjectNode parent) {
            parent.remove(pointer.last().getMatchingProperty());
        }
    }

    private static List<String> differences(JsonNode expected, JsonNode actual) {
        return TreeComparison.differences(loosened("", expected), asFarAs(expected, actual));
    }

    private static JsonNode loosened(String name, JsonNode expected) {
        if (expected instanceof ObjectNode object) {
            ObjectNode loose = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(member -> loose.set(member.getKey(), loosened(member.getKey(), member.getValue())));
            return loose;
        }
        if (expected instanceof ArrayNode array) {
            ArrayNode loose = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> loose.add(loosened("", element)));
            return loose;
        }
        if (NEW_EVERY_TIME.contains(name)) {
            return placeholder("any");
        }
        return expected.asText().contains(KEY) ? placeholder("~ " + pattern(expected.asText())) : expected;
    }

    private static JsonNode placeholder(String kind) {
        return JsonNodeFactory.instance.textNode("{{" + kind + "}}");
    }

    private static String pattern(String text) {
        return Pattern.quote(text).replace(KEY, "\\E.+\\Q");
    }

    /** The tree without the members that are not on the tape. */
    private static JsonNode asFarAs(JsonNode expected, JsonNode actual) {
        if (expected instanceof ObjectNode object && actual instanceof ObjectNode whole) {
            ObjectNode part = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> {
                if (whole.has(member.getKey())) {
                    part.set(member.getKey(), asFarAs(member.getValue(), whole.get(member.getKey())));
                }
            });
            return part;
        }
        return actual;
    }
}
