package dev.ephemint.server.settings.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What a property's value is: its schema, and its text in the spelling of a {@code .properties} file. */
enum ValueType {
    TEXT {
        @Override
        void describe(Property property, ObjectNode schema) {
            schema.put("type", "string");
            addDefault(property, schema);
        }
    },

    INTEGER {
        @Override
        void describe(Property property, ObjectNode schema) {
            schema.put("type", "integer").put("default", Long.parseLong(property.defaultValue()));
        }
    },

    FLAG {
        @Override
        void describe(Property property, ObjectNode schema) {
            schema.put("type", "boolean");
            if (!property.defaultValue().isEmpty()) {
                schema.put("default", Boolean.parseBoolean(property.defaultValue()));
            }
        }
    },

    CHOICE {
        @Override
        void describe(Property property, ObjectNode schema) {
            TEXT.describe(property, schema);
            property.choices().forEach(schema.putArray("enum")::add);
        }
    },

    /** Items between commas, or a list. */
    LIST {
        @Override
        void describe(Property property, ObjectNode schema) {
            schema.putArray("type").add("string").add("array");
            schema.putObject("items").put("type", "string").put("pattern", NO_COMMA);
            addDefault(property, schema);
        }
    },

    /** {@code name=value} between commas, or a mapping. */
    PAIRS {
        @Override
        void describe(Property property, ObjectNode schema) {
            schema.putArray("type").add("string").add("object");
            schema.putObject("additionalProperties").put("type", "string").put("pattern", NO_COMMA);
            schema.putObject("propertyNames").put("pattern", NO_COMMA);
            addDefault(property, schema);
        }
    };

    private static final String NO_COMMA = "^[^,=]+$";

    static ValueType ofDefault(String value) {
        if (value.matches("true|false")) {
            return FLAG;
        }
        return value.matches("-?\\d{1,18}") ? INTEGER : TEXT;
    }

    /** Adds type, choices and default. */
    abstract void describe(Property property, ObjectNode schema);

    ObjectNode schema(Property property) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        describe(property, schema);
        return schema.put("description", property.description());
    }

    /** A valid value of any type as text; null is not set. */
    static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        List<String> items = new ArrayList<>();
        value.properties()
                .forEach(pair -> items.add(pair.getKey() + "=" + pair.getValue().asText()));
        if (value.isArray()) {
            value.forEach(item -> items.add(item.asText()));
        }
        return value.isContainerNode() ? String.join(",", items) : value.asText();
    }

    private static void addDefault(Property property, ObjectNode schema) {
        if (!property.defaultValue().isEmpty()) {
            schema.put("default", property.defaultValue());
        }
    }
}
