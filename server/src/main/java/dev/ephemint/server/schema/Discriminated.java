package dev.ephemint.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.stream.StreamSupport;

/**
 * Limits that depend on the member {@code type} beside them: in a schema, {@code x-with-type} lists the types for which the
 * limits of a member hold. A limit that is reported for another type would suggest a value that the vendor rejects as well.
 */
final class Discriminated {

    private static final String TYPE = "type";

    private Discriminated() {}

    /** Whether the limit applies to the type of its object; true if the object has no type. */
    static boolean holds(Error error, JsonNode document, JsonNode body) {
        boolean aboutMember = error.getProperty() != null;
        NodePath object = aboutMember
                ? error.getInstanceLocation()
                : error.getInstanceLocation().getParent();
        NodePath keyword = error.getSchemaLocation().getFragment().getParent();
        JsonNode schema = aboutMember
                ? document.at(keyword.toString()).path("properties").path(error.getProperty())
                : document.at(keyword.toString());
        JsonNode types = schema.path("x-with-type");
        JsonNode type = object == null ? body.path(TYPE) : at(body, object).path(TYPE);
        return error.getKeyword().equals(TYPE) || types.isEmpty() || !type.isTextual() || contains(types, type);
    }

    private static JsonNode at(JsonNode body, NodePath path) {
        JsonNode node = body;
        for (int i = 0; i < path.getNameCount(); i++) {
            Object step = path.getElement(i);
            node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
        }
        return node;
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(value::equals);
    }
}
