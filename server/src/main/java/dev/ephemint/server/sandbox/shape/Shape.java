package dev.ephemint.server.sandbox.shape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.sandbox.wire.RejectedException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a vendor accepts at one place of a request. */
@FunctionalInterface
public interface Shape {

    Shape TEXT = kind("a string", JsonNode::isTextual);
    Shape FLAG = kind("a boolean", JsonNode::isBoolean);
    Shape NUMBER = kind("a number", JsonNode::isNumber);
    Shape WHOLE = kind("an integer", JsonNode::isIntegralNumber);
    Shape OBJECT = kind("an object", JsonNode::isObject);
    Shape LIST = kind("an array", JsonNode::isArray);

    /**
     * Checks a value, and returns if it is accepted.
     *
     * @param path of the value, empty for the whole body
     * @throws RefusedException in the vendor's words
     */
    void check(String path, JsonNode value);

    default Shape orNull() {
        return (path, value) -> {
            if (!value.isNull()) {
                check(path, value);
            }
        };
    }

    private static Shape kind(String expected, Predicate<JsonNode> kind) {
        return (path, value) -> {
            if (!kind.test(value)) {
                throw RejectedException.type(path, expected, value);
            }
        };
    }

    static Shape enumOf(String... values) {
        return (path, value) -> {
            TEXT.check(path, value);
            if (!List.of(values).contains(value.textValue())) {
                throw RejectedException.value(path, value.textValue(), List.of(values));
            }
        };
    }

    static Shape between(Shape kind, String least, String most) {
        return (path, value) -> {
            kind.check(path, value);
            if (value.decimalValue().compareTo(new BigDecimal(least)) < 0) {
                throw RejectedException.tooSmall(path, value, least);
            }
            if (value.decimalValue().compareTo(new BigDecimal(most)) > 0) {
                throw RejectedException.tooLarge(path, value, most);
            }
        };
    }

    static Shape listOf(Shape item) {
        return (path, value) -> {
            LIST.check(path, value);
            for (int i = 0; i < value.size(); i++) {
                item.check(path + "[" + i + "]", value.get(i));
            }
        };
    }

    /** A text of one shape, or anything else of another. */
    static Shape textOr(Shape text, Shape other) {
        return (path, value) -> (value.isTextual() ? text : other).check(path, value);
    }

    /** An object whose {@code type} says which of several it is. */
    static Shape byType(Map<String, ? extends Shape> shapes) {
        return (path, value) -> {
            OBJECT.check(path, value);
            String typePath = ObjectShape.join(path, "type");
            if (!value.has("type")) {
                throw RejectedException.missing(typePath);
            }
            TEXT.check(typePath, value.get("type"));
            String type = value.get("type").textValue();
            Shape shape = shapes.get(type);
            if (shape == null) {
                throw RejectedException.value(
                        typePath, type, shapes.keySet().stream().sorted().toList());
            }
            shape.check(path, value);
        };
    }
}
