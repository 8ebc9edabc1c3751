package dev.ephemint.server.settings.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies loaded values into a tree, with every alias expanded, up to a depth and a number of values. */
final class YamlTree {

    static final int MAX_DEPTH = 40;
    static final int MAX_VALUES = 100_000;
    static final String TOO_DEEP = "is nested deeper than " + MAX_DEPTH + " levels";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private int left = MAX_VALUES;

    JsonNode node(@Nullable Object loaded) throws NotYamlException {
        return loaded == null ? MissingNode.getInstance() : node(loaded, MAX_DEPTH);
    }

    private JsonNode node(@Nullable Object value, int levels) throws NotYamlException {
        if (levels < 0) {
            throw new NotYamlException(TOO_DEEP);
        }
        if (--left < 0) {
            throw new NotYamlException("has more than " + MAX_VALUES + " values, aliases expanded");
        }
        if (value instanceof Map<?, ?> map) {
            return object(map, levels);
        }
        return value instanceof List<?> list ? array(list, levels) : scalar(value);
    }

    private ObjectNode object(Map<?, ?> map, int levels) throws NotYamlException {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            object.set(String.valueOf(member.getKey()), node(member.getValue(), levels - 1));
        }
        return object;
    }

    private ArrayNode array(List<?> list, int levels) throws NotYamlException {
        ArrayNode array = NODES.arrayNode();
        for (Object item : list) {
            array.add(node(item, levels - 1));
        }
        return array;
    }

    private static JsonNode scalar(@Nullable Object value) throws NotYamlException {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number.intValue());
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number.longValue());
        }
        if (value instanceof BigInteger huge) {
            return NODES.numberNode(huge);
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return NODES.numberNode(BigDecimal.valueOf(number));
        }
        throw new NotYamlException("holds a value that is none of JSON's");
    }
}
