package dev.ephemint.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * One schema keyword that a body violates.
 *
 * @param param the member at fault, empty for the whole body
 * @param expected the values that the keyword accepts; several if branches of a union were merged; the known names if the
 *     member is unknown
 * @param body the value at fault; its text must not be reported
 * @param integer whether the schema asks for an integer
 */
record Finding(String param, String keyword, Set<String> expected, JsonNode body, boolean integer) {

    static Finding of(Error error, JsonNode document) {
        NodePath where = error.getInstanceLocation();
        String param = param(error.getProperty() == null ? where : where.append(error.getProperty()));
        JsonNode schema =
                document.at(error.getSchemaLocation().getFragment().getParent().toString());
        return new Finding(
                param,
                error.getKeyword(),
                "additionalProperties".equals(error.getKeyword())
                        ? names(schema.path("properties"))
                        : words(error.getSchemaNode()),
                error.getInstanceNode(),
                words(schema.path("type")).contains("integer"));
    }

    private static Set<String> names(JsonNode properties) {
        Set<String> names = new LinkedHashSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    boolean isType() {
        return "type".equals(keyword);
    }

    Identity identity() {
        return new Identity(param, keyword);
    }

    Finding or(Finding other) {
        Set<String> either = new LinkedHashSet<>(expected);
        either.addAll(other.expected);
        return new Finding(param, keyword, either, body, integer);
    }

    private static Set<String> words(JsonNode schemaNode) {
        List<String> words = new ArrayList<>();
        if (schemaNode.isArray()) {
            StreamSupport.stream(schemaNode.spliterator(), false)
                    .map(JsonNode::asText)
                    .forEach(words::add);
        } else if (schemaNode.isValueNode()) {
            words.add(schemaNode.asText());
        }
        return new LinkedHashSet<>(words);
    }

    private static String param(NodePath path) {
        StringBuilder param = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            if (path.getElement(i) instanceof Integer) {
                param.append('[').append(path.getElement(i)).append(']');
            } else {
                param.append(param.isEmpty() ? "" : ".").append(path.getName(i));
            }
        }
        return param.toString();
    }

    /** Key that is equal for the same finding in two branches. */
    record Identity(String param, String keyword) {}
}
