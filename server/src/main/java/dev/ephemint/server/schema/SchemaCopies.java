package dev.ephemint.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Copies in which schemas are replaced; the rest is that of the original. */
final class SchemaCopies {

    /** Keywords whose values are no schemas. */
    static final Set<String> OF_VALUES = Set.of("const", "enum");

    private SchemaCopies() {}

    /** The document with other schemas in its components; the document itself if it has none. */
    static JsonNode ofDocument(JsonNode document, UnaryOperator<ObjectNode> change) {
        if (document.path("components").path("schemas") instanceof ObjectNode schemas) {
            return with(document, "components", with(document.path("components"), "schemas", change.apply(schemas)));
        }
        return document;
    }

    private static ObjectNode with(JsonNode object, String name, JsonNode value) {
        ObjectNode copy = ((ObjectNode) object).objectNode();
        copy.setAll((ObjectNode) object);
        copy.set(name, value);
        return copy;
    }

    static ArrayNode ofItems(ArrayNode array, UnaryOperator<JsonNode> change) {
        ArrayNode items = array.arrayNode(array.size());
        array.forEach(item -> items.add(change.apply(item)));
        return items;
    }
}
