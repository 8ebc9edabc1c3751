package dev.ephemint.server.planted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.dialect.UpstreamReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A place in a vendor's response that the vendor controls.
 *
 * @param name for a failure's message
 * @param reply the response with a text in that place
 */
record Place(String name, int status, Function<String, UpstreamReply> reply) {

    private static final String MARK = "§";

    private static final Map<String, String> JSON = Map.of("content-type", "application/json", "date", "x");

    /** All places of the responses and headers in {@code replies.json}. */
    static List<Place> all() {
        JsonNode replies = read();
        List<Place> places = new ArrayList<>();
        replies.path("documents").forEach(document -> document.path("statuses")
                .forEach(status -> places.addAll(ofDocument(status.asInt(), document.path("body")))));
        replies.path("texts").forEach(text -> text.path("statuses")
                .forEach(status ->
                        places.add(ofText(status.asInt(), text.path("body").asText()))));
        JsonNode headers = replies.path("headers");
        headers.path("names")
                .forEach(name -> headers.path("replies").forEach(reply -> places.add(ofHeader(name.asText(), reply))));
        return List.copyOf(places);
    }

    private static JsonNode read() {
        try (InputStream json = Place.class.getResourceAsStream("replies.json")) {
            return ContractJson.mapper().readTree(Objects.requireNonNull(json));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Place> ofDocument(int status, JsonNode body) {
        return marked(body).map(marked -> ofBody(status, marked)).toList();
    }

    /** Every text, number and name of a member, and a member more in every object. */
    private static Stream<JsonNode> marked(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            Stream<JsonNode> more = Stream.of(object.deepCopy().put(MARK, 1));
            return Stream.concat(
                    more,
                    object.properties().stream()
                            .flatMap(member -> Stream.concat(
                                    marked(member.getValue())
                                            .map(value -> object.deepCopy().set(member.getKey(), value)),
                                    Stream.of(renamed(object, member.getKey())))));
        }
        if (tree instanceof ArrayNode array) {
            Stream.Builder<JsonNode> all = Stream.builder();
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                marked(array.get(i)).forEach(item -> {
                    ArrayNode copy = array.deepCopy();
                    copy.set(index, item);
                    all.add(copy);
                });
            }
            return all.build();
        }
        String text = tree.isTextual() ? tree.textValue() + " " : "";
        return Stream.of(TextNode.valueOf(MARK), TextNode.valueOf(text + MARK + "!"));
    }

    private static JsonNode renamed(ObjectNode object, String name) {
        ObjectNode renamed = object.objectNode();
        object.properties()
                .forEach(member ->
                        renamed.set(member.getKey().equals(name) ? MARK : member.getKey(), member.getValue()));
        return renamed;
    }

    private static Place ofBody(int status, JsonNode marked) {
        String json = marked.toString();
        return new Place(status + " " + json, status, planted -> new UpstreamReply(status, JSON, with(json, planted)));
    }

    /** A form that is written with JSON's own escapes is read by the parser of the response, too. */
    private static String with(String json, String planted) {
        String escaped = json.replace(MARK, planted);
        if (planted.startsWith("\\u") && isJson(escaped)) {
            return escaped;
        }
        String quoted = TextNode.valueOf(planted).toString();
        return json.replace(MARK, quoted.substring(1, quoted.length() - 1));
    }

    private static boolean isJson(String text) {
        try {
            return ContractJson.mapper().readTree(text) != null;
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    private static Place ofText(int status, String text) {
        return new Place(
                status + " " + text,
                status,
                planted -> new UpstreamReply(status, Map.of("content-type", "text/html"), text.replace(MARK, planted)));
    }

    private static Place ofHeader(String name, JsonNode reply) {
        int status = reply.path("status").asInt();
        String body = reply.path("body").toString();
        return new Place(
                status + " " + name,
                status,
                planted -> new UpstreamReply(
                        status,
                        name.equals(MARK) ? Map.of(planted, "x") : Map.of(name, planted, "x-" + name, planted),
                        body));
    }
}
