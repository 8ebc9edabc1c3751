package dev.ephemint.conformance.diff.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.conformance.diff.document.Pointers;

/** The operations of the corpus. A place that is not there fails, so that no entry can do nothing. */
final class JsonPatch {
    private JsonPatch() {}

    static JsonNode apply(JsonNode document, JsonNode operations) {
        JsonNode patched = document.deepCopy();
        operations.forEach(operation -> apply((ObjectNode) patched, operation));
        return patched;
    }

    private static void apply(ObjectNode document, JsonNode operation) {
        String path = operation.path("path").asText();
        switch (operation.get("op").textValue()) {
            case "add" -> set(document, path, value(document, operation.get("value")), true);
            case "replace" -> set(document, path, operation.get("value"), false);
            case "remove" -> remove(document, path);
            case "text" -> replaceText(document, operation);
            case "drop" -> drop((ArrayNode) document.at(path), operation.get("value"));
            case "rename" ->
                rename(
                        document,
                        operation.get("from").textValue(),
                        operation.get("to").textValue());
            default -> throw new IllegalArgumentException("no operation " + operation);
        }
    }

    private static JsonNode value(JsonNode document, JsonNode value) {
        String text = value.asText();
        return text.startsWith("{copy: ")
                ? document.at(text.substring("{copy: ".length(), text.length() - 1))
                        .deepCopy()
                : value;
    }

    private static void set(JsonNode document, String path, JsonNode value, boolean added) {
        JsonNode parent = document.at(Pointers.parent(path));
        String name = Pointers.last(path);
        if (parent instanceof ArrayNode array) {
            if (!added) {
                array.set(Integer.parseInt(name), value);
            } else if (name.equals("-")) {
                array.add(value);
            } else {
                array.insert(Integer.parseInt(name), value);
            }
        } else if (parent instanceof ObjectNode object && (added || object.has(name))) {
            object.set(name, value);
        } else {
            throw new IllegalArgumentException("no place " + path);
        }
    }

    private static void remove(JsonNode document, String path) {
        JsonNode parent = document.at(Pointers.parent(path));
        JsonNode removed = parent instanceof ArrayNode array
                ? array.remove(Integer.parseInt(Pointers.last(path)))
                : ((ObjectNode) parent).remove(Pointers.last(path));
        if (removed == null) {
            throw new IllegalArgumentException("no place " + path);
        }
    }

    private static void replaceText(JsonNode document, JsonNode operation) {
        String path = operation.get("path").textValue();
        String text = document.at(path).asText();
        String from = operation.get("from").textValue();
        if (!text.contains(from)) {
            throw new IllegalArgumentException(path + " does not contain: " + from);
        }
        set(
                document,
                path,
                TextNode.valueOf(text.replace(from, operation.get("to").textValue())),
                false);
    }

    private static void drop(ArrayNode array, JsonNode value) {
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i).equals(value)) {
                array.remove(i);
                return;
            }
        }
        throw new IllegalArgumentException("no item " + value);
    }

    private static void rename(JsonNode node, String from, String to) {
        if (node instanceof ObjectNode object && object.path("$ref").asText().equals(from)) {
            object.put("$ref", to);
        }
        node.forEach(child -> rename(child, from, to));
    }
}
